import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import {
  ClauseFacts,
  ClauseRef,
  Indicated,
} from '@service-compliance/backstage-plugin-compliance-common';
import { EntityLink } from '../../components';
import { complianceTranslationRef } from '../../translations';
import styles from './ClauseNotes.module.css';

/** What has to be said of a clause beside its numbers, if anything. */
export function ClauseNotes(props: {
  facts: Pick<ClauseFacts, 'excluded' | 'handledBy'>;
  /** Number of the approved Statement of Applicability. */
  version?: number;
  /** What indicates it, the strongest and shortest first. */
  indicatedBy?: ClauseRef[][];
  /** What they indicate, when that is known. */
  indicated?: Indicated;
  /** Title of a standard by its id. */
  standardTitle: (id: string) => string;
}) {
  const { facts, version, indicatedBy = [], indicated, standardTitle } = props;
  const { excluded, handledBy } = facts;
  const { t } = useTranslationRef(complianceTranslationRef);
  const [path] = indicatedBy;
  if (!path && excluded === undefined && !handledBy) {
    return <></>;
  }
  return (
    <ul className={styles.root}>
      {path && (
        <li>
          <Badge size="small" className={styles.badge}>
            {t('coverage.state.indicated')}
          </Badge>
          <span>
            {t('coverage.note.via', {
              path: path
                .map(
                  ({ standard, clause }) =>
                    `${standardTitle(standard)} ${clause}`,
                )
                .join(' → '),
            })}
          </span>
          {indicated && (
            <span>{t(`coverage.entity.indicated.${indicated}`)}</span>
          )}
          {indicatedBy.length > 1 && (
            <span>
              {t('coverage.note.more', { count: indicatedBy.length - 1 })}
            </span>
          )}
        </li>
      )}
      {excluded !== undefined && (
        <li>
          <Badge size="small" className={styles.badge}>
            {version === undefined
              ? t('coverage.note.excluded')
              : t('coverage.note.excludedVersion', {
                  version: String(version),
                })}
          </Badge>
          <span>{t('coverage.note.reason', { reason: excluded })}</span>
        </li>
      )}
      {handledBy && (
        <li>
          <Badge size="small" className={styles.badge}>
            {t('coverage.note.handledBy', {
              name: <EntityLink entityRef={handledBy} />,
            })}
          </Badge>
        </li>
      )}
    </ul>
  );
}
