import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FocusedAlert } from '../components';
import { complianceTranslationRef } from '../translations';
import { RunEnd } from './useRun';

/** What was achieved on the way through the list. */
export function RunSummary(props: { end: RunEnd }) {
  const { services, fields, isAllDone } = props.end;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <FocusedAlert
      status="success"
      title={t(isAllDone ? 'todo.run.allDone' : 'todo.run.saved')}
      description={t('todo.run.summary', {
        services: t('todo.run.services', { count: services }),
        fields: t('todo.run.fields', { count: fields }),
      })}
    />
  );
}
