import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Radio, RadioGroup } from '@backstage/ui';
import { VocabularyResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { VocabularyField } from '../components';
import { complianceTranslationRef } from '../translations';
import { Choice, Difference, Statement } from './merge';
import styles from './MergeView.module.css';
import { useValueText } from './useValueText';

/** What two editors say differently, to be decided one by one. */
export function MergeView(props: {
  differences: Difference[];
  fields: VocabularyField[];
  vocabulary: VocabularyResponse;
  onChoose(name: string, choice: Choice): void;
  /** Whether what is undecided is to be told as missing. */
  isChecked: boolean;
}) {
  const { differences, fields, vocabulary, onChoose, isChecked } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const valueText = useValueText(vocabulary);

  function describe(
    field: VocabularyField | undefined,
    { value, reason }: Statement,
  ): string {
    if (reason !== undefined) {
      return t('edit.merge.notApplicable', { reason });
    }
    return field && value !== undefined
      ? valueText(field, value)
      : t('edit.notSet');
  }

  return (
    <div className={styles.root}>
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('edit.merge.title')}
        description={t('edit.merge.description')}
      />
      {differences.map(({ name, base, mine, theirs, choice }) => {
        const field = fields.find(entry => entry.name === name);
        const isMissing = isChecked && choice === undefined;
        return (
          <div key={name} data-field={name} className={styles.difference}>
            <RadioGroup
              label={field?.title ?? t('edit.notApplicable.facet')}
              description={t('edit.merge.base', {
                value: describe(field, base),
              })}
              secondaryLabel={isMissing ? t('edit.merge.choose') : undefined}
              isInvalid={isMissing}
              validationBehavior="aria"
              value={choice ?? null}
              onChange={value => onChoose(name, value as Choice)}
            >
              <Radio value="mine">
                {t('edit.merge.mine', { value: describe(field, mine) })}
              </Radio>
              <Radio value="theirs">
                {t('edit.merge.theirs', { value: describe(field, theirs) })}
              </Radio>
            </RadioGroup>
          </div>
        );
      })}
    </div>
  );
}
