import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Radio, RadioGroup } from '@backstage/ui';
import { complianceTranslationRef } from '../translations';
import { Choice, Difference, Statement } from './merge';
import styles from './MergeView.module.css';

/** What two editors say differently, to be decided one by one. */
export function MergeView(props: {
  differences: Difference[];
  /** What a field is called. */
  titleOf(name: string): string;
  /** A value of a field, written for people. */
  valueText(name: string, value: unknown): string;
  onChoose(name: string, choice: Choice): void;
  /** Whether what is undecided is to be told as missing. */
  isChecked: boolean;
}) {
  const { differences, titleOf, valueText, onChoose, isChecked } = props;
  const { t } = useTranslationRef(complianceTranslationRef);

  function describe(name: string, { value, reason }: Statement): string {
    if (reason !== undefined) {
      return t('edit.merge.notApplicable', { reason });
    }
    return value === undefined ? t('edit.notSet') : valueText(name, value);
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
        const isMissing = isChecked && choice === undefined;
        return (
          <div key={name} data-field={name} className={styles.difference}>
            <RadioGroup
              label={titleOf(name)}
              description={t('edit.merge.base', {
                value: describe(name, base),
              })}
              secondaryLabel={isMissing ? t('edit.merge.choose') : undefined}
              isInvalid={isMissing}
              validationBehavior="aria"
              value={choice ?? null}
              onChange={value => onChoose(name, value as Choice)}
            >
              <Radio value="mine">
                {t('edit.merge.mine', { value: describe(name, mine) })}
              </Radio>
              <Radio value="theirs">
                {t('edit.merge.theirs', { value: describe(name, theirs) })}
              </Radio>
            </RadioGroup>
          </div>
        );
      })}
    </div>
  );
}
