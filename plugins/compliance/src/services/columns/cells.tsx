import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, Link, Text, VisuallyHidden } from '@backstage/ui';
import {
  Facet,
  findLevel,
  LevelRule,
  ScaleId,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { EntityLink, nameOf, titleOf, useLevelTitle } from '../../components';
import { useScorecardLink } from '../../entity';
import { complianceTranslationRef } from '../../translations';
import { ServiceRow } from '../useServicesTable';
import styles from './cells.module.css';

/** What a service is called, with the way to its scorecard. */
export function NameCell(props: { row: ServiceRow }) {
  const { row } = props;
  const scorecardLink = useScorecardLink();
  const title = titleOf(row);
  const name = nameOf(row);
  return (
    <Cell>
      <div className={styles.name}>
        <Link
          href={scorecardLink(row.entityRef)}
          variant="body-medium"
          weight="bold"
          title={title}
          truncate
        >
          {title}
        </Link>
        {title !== name && (
          <Text variant="body-small" color="secondary" truncate>
            {name}
          </Text>
        )}
      </div>
    </Cell>
  );
}

/** The level that a scorecard reached. */
export function LevelCell(props: { level?: string; levels: LevelRule[] }) {
  const { level, levels } = props;
  const levelTitle = useLevelTitle(levels);
  return (
    <CellText
      title={levelTitle(level)}
      color={level ? 'primary' : 'secondary'}
    />
  );
}

/** The value that sums a facet up, which may not apply. */
// The table sets the props `id` and `value` of what renders a cell.
export function FacetValueCell(props: {
  levelId?: string;
  facet: Facet;
  scale: ScaleId;
  row: ServiceRow;
  vocabulary?: VocabularyResponse;
}) {
  const { levelId, facet, scale, row, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  if (!levelId && row.facets && !row.facets.includes(facet)) {
    return (
      <Cell>
        <span aria-hidden title={t('value.notApplicable')}>
          –
        </span>
        <VisuallyHidden>{t('value.notApplicable')}</VisuallyHidden>
      </Cell>
    );
  }
  const title = vocabulary && findLevel(vocabulary, scale, levelId)?.title;
  return (
    <CellText
      title={title ?? levelId ?? t('value.notSet')}
      color={levelId ? 'primary' : 'secondary'}
    />
  );
}

/** A link to another entity. */
export function EntityCell(props: { entityRef?: string; defaultKind: string }) {
  const { entityRef, defaultKind } = props;
  return (
    <Cell>
      <div className={styles.line} title={entityRef}>
        {entityRef && (
          <EntityLink entityRef={entityRef} defaultKind={defaultKind} />
        )}
      </div>
    </Cell>
  );
}

/** The fields that checks ask for, as many as fit. */
export function MissingCell(props: {
  missing?: string[];
  vocabulary?: VocabularyResponse;
}) {
  const { missing = [], vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const titles = missing.map(
    id => vocabulary?.fields.find(field => field.id === id)?.title ?? id,
  );
  const text = titles.join(', ');
  return (
    <Cell>
      <div className={styles.line} title={text}>
        {missing.length > 0
          ? t('services.missing', {
              total: String(missing.length),
              fields: text,
            })
          : t('services.missingNone')}
      </div>
    </Cell>
  );
}
