import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import { complianceTranslationRef } from '../../translations';
import { ClauseLink } from '../components/ClauseLink';
import { RelatedClause } from './relations';

/** The clauses of other standards that a clause has to do with. */
export function RelatedClauses(props: { related: RelatedClause[] }) {
  const { related } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  if (related.length === 0) {
    return <p>{t('coverage.detail.noRelated')}</p>;
  }
  return (
    <ul>
      {related.map(({ standard, clause, relationship, part, status }) => (
        <li key={`${part} ${relationship} ${standard} ${clause}`}>
          {part && <span>{part} </span>}
          <span>{t(`coverage.detail.relationship.${relationship}`)}</span>{' '}
          <ClauseLink clause={{ standard, clause }} withStandard />{' '}
          {status === 'draft' && (
            <Badge size="small">{t('coverage.note.draft')}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
