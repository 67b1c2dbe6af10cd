import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CheckResult,
  LevelRule,
  PreviewResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { StatusIcon, useFormats, useLevelTitle } from '../components';
import { complianceTranslationRef } from '../translations';
import styles from './PreviewSummary.module.css';
import { PreviewState } from './usePreview';

function Findings(props: { title: string; results: CheckResult[] }) {
  const { title, results } = props;
  if (results.length === 0) {
    return <></>;
  }
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {results.map(result => (
          <li key={result.checkId}>
            <StatusIcon status={result.status} size={16} />
            <span>
              {result.title}: {result.finding}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What saving would do, in one line that opens to tell the findings. */
export function PreviewSummary(props: {
  state: PreviewState;
  levels: LevelRule[];
}) {
  const { state, levels } = props;
  const { preview, isPending, isUnavailable } = state;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const levelTitle = useLevelTitle(levels);

  function describeFindings(resolved: number, opened: number) {
    if (resolved > 0 && opened > 0) {
      return t('edit.preview.resolvedAndOpened', {
        count: resolved,
        opened: number(opened),
      });
    }
    if (resolved > 0) {
      return t('edit.preview.resolved', { count: resolved });
    }
    return opened > 0 ? t('edit.preview.opened', { count: opened }) : '';
  }

  function describe({
    before,
    scorecard,
    resolved,
    opened,
  }: PreviewResponse): string {
    const score = (value: number | undefined) =>
      value === undefined ? t('edit.preview.none') : number(value);
    const values = {
      before: score(before.score),
      after: score(scorecard.score),
      level: levelTitle(scorecard.level),
    };
    const change =
      before.score === scorecard.score && before.level === scorecard.level
        ? t('edit.preview.same', values)
        : t('edit.preview.change', values);
    const findings = describeFindings(resolved.length, opened.length);
    return findings ? `${change}; ${findings}` : change;
  }

  const hasFindings =
    preview && preview.resolved.length + preview.opened.length > 0;
  return (
    <div className={styles.root} aria-busy={isPending}>
      <div role="status" className={styles.line}>
        {preview && describe(preview)}
        {isUnavailable && t('edit.preview.unavailable')}
        {!preview && isPending && t('edit.preview.pending')}
      </div>
      {hasFindings && (
        <details className={styles.details}>
          <summary>{t('edit.preview.details')}</summary>
          <div className={styles.lists}>
            <Findings
              title={t('edit.preview.resolvedList')}
              results={preview.resolved}
            />
            <Findings
              title={t('edit.preview.openedList')}
              results={preview.opened}
            />
          </div>
        </details>
      )}
    </div>
  );
}
