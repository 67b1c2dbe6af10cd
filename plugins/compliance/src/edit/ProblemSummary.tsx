import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { VocabularyField } from '../components';
import { complianceTranslationRef } from '../translations';
import { Problem, WHOLE_GROUP } from './facetDrafts';
import { useProblemText } from './useProblemText';

/** Tells at once which fields need attention; each says why beside itself. */
export function ProblemSummary(props: {
  problems: Record<string, Problem>;
  fields: readonly Pick<VocabularyField, 'name' | 'title'>[];
}) {
  const { problems, fields } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const problemText = useProblemText();
  const names = Object.keys(problems);
  if (names.length === 0) {
    return <></>;
  }
  const titles = names.flatMap(name =>
    name === WHOLE_GROUP
      ? [t('edit.notApplicable.facet')]
      : fields.filter(field => field.name === name).map(({ title }) => title),
  );
  // What is about no field of the form can only be said here.
  const others = names.filter(
    name => name !== WHOLE_GROUP && !fields.some(field => field.name === name),
  );
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('edit.errors', {
        count: names.length,
        fields: [...titles, ...others.filter(Boolean)].join(', '),
      })}
      description={
        others.map(name => problemText(problems[name])).join(' ') || undefined
      }
    />
  );
}
