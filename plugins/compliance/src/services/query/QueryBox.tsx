import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Skeleton } from '@backstage/ui';
import { QueryField } from '@service-compliance/backstage-plugin-compliance-common';
import { useId, useState } from 'react';
import { complianceTranslationRef } from '../../translations';
import styles from './QueryBox.module.css';
import { QueryEditor } from './QueryEditor';
import { QueryProblems } from './QueryProblems';
import { readQueryText } from './readQueryText';

/** Takes a filter predicate as text, and says what is wrong with it. */
export function QueryBox(props: {
  /** The text that holds now. */
  applied: string;
  onApply: (text: string) => void;
  /** Absent while they are loaded. */
  fields?: QueryField[];
}) {
  const { applied, onApply, fields } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const id = useId();
  const [text, setText] = useState(applied);
  /** The text that was to be applied last. */
  const [tried, setTried] = useState(applied);
  const [seen, setSeen] = useState(applied);
  if (applied !== seen) {
    setSeen(applied);
    setText(applied);
    setTried(applied);
  }

  if (!fields) {
    return <Skeleton width="100%" height={96} />;
  }

  const problems =
    tried === text ? readQueryText(text, fields).problems ?? [] : [];
  const hasProblems = problems.length > 0;

  function apply(next: string) {
    setText(next);
    setTried(next);
    if (!readQueryText(next, fields!).problems) {
      onApply(next.trim() === '' ? '' : next);
    }
  }

  return (
    <div className={styles.root}>
      <QueryEditor
        text={text}
        onChange={setText}
        onApply={() => apply(text)}
        fields={fields}
        isInvalid={hasProblems}
        describedBy={hasProblems ? `${id}-help ${id}-problems` : `${id}-help`}
      />
      {hasProblems && (
        <QueryProblems id={`${id}-problems`} text={text} problems={problems} />
      )}
      <div className={styles.actions}>
        <Button
          variant="primary"
          isDisabled={text === applied}
          onPress={() => apply(text)}
        >
          {t('services.query.apply')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={text === '' && applied === ''}
          onPress={() => apply('')}
        >
          {t('services.query.clear')}
        </Button>
        <p id={`${id}-help`} className={styles.help}>
          {t('services.query.help')}
        </p>
      </div>
    </div>
  );
}
