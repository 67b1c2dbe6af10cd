import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { Link } from '@backstage/ui';
import {
  NO_LEVEL,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode } from 'react';
import { useVocabulary } from '../api';
import { LabelFilterName, labelFilters } from '../filters/labelFilters';
import { complianceTranslationRef } from '../translations';
import styles from './ComplianceSearchResultListItem.module.css';
import { excerptOf } from './excerpt';

/** The property of a document that has the value of a label. */
const properties: Record<LabelFilterName, string> = {
  serviceTier: 'serviceTier',
  classification: 'classification',
  continuityTier: 'continuityTier',
  supplierRisk: 'supplierRisk',
  complianceLevel: 'level',
};
const names = Object.keys(properties) as LabelFilterName[];

/**
 * What the search hands to the item of a result.
 *
 * @public
 */
export interface ComplianceSearchResultListItemProps {
  icon?: ReactNode;
  /** A document of the type `compliance`. */
  result?: SearchDocument;
  highlight?: ResultHighlight;
}

/** The values that sum up the facets, as far as they are set, and the level. */
function Facts(props: { result: SearchDocument }) {
  const values = props.result as SearchDocument & Record<string, unknown>;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { value: vocabulary } = useVocabulary();

  function titleOf(name: LabelFilterName, id: string): string {
    const known = vocabulary && labelFilters[name].valuesOf(vocabulary);
    const title = known?.find(level => level.id === id)?.title;
    return title ?? (id === NO_LEVEL ? t('level.none') : id);
  }

  const facts = names.flatMap(name => {
    const id = values[properties[name]];
    return typeof id === 'string' && id !== UNSET ? [{ name, id }] : [];
  });
  return facts.length === 0 ? null : (
    <dl className={styles.facts}>
      {facts.map(({ name, id }) => (
        <div key={name}>
          <dt>{t(`filter.${name}`)}</dt>
          <dd>{titleOf(name, id)}</dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * A service that the search found: where it stands, and by what it was found.
 *
 * @public
 */
export function ComplianceSearchResultListItem(
  props: ComplianceSearchResultListItemProps,
) {
  const { icon, result, highlight } = props;
  if (!result) {
    return null;
  }
  const marked = (text: string) =>
    highlight ? (
      <HighlightedSearchResultText
        text={text}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      text
    );
  const excerpt = excerptOf(result.text, highlight);
  return (
    <div className={styles.root}>
      {icon && (
        <span aria-hidden className={styles.icon}>
          {icon}
        </span>
      )}
      <div className={styles.content}>
        <Link href={result.location} variant="body-large" weight="bold">
          {marked(highlight?.fields.title ?? result.title)}
        </Link>
        <Facts result={result} />
        {excerpt && <p className={styles.excerpt}>{marked(excerpt)}</p>}
      </div>
    </div>
  );
}
