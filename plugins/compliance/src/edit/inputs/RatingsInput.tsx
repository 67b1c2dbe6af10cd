import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { complianceTranslationRef } from '../../translations';
import { RatingsDraft } from '../drafts';
import { InputGroup } from './InputGroup';
import styles from './InputGroup.module.css';
import { InputProps } from './inputProps';

const ratings = ['confidentiality', 'integrity', 'availability'] as const;

/** Confidentiality, integrity and availability, each with a rating. */
export function RatingsInput(props: InputProps<RatingsDraft>) {
  const { draft, onChange, vocabulary, isDisabled, isInvalid } = props;
  const { ciaMaximum } = vocabulary;
  const { t } = useTranslationRef(complianceTranslationRef);

  function label(value: number): string {
    if (value === 1) {
      return t('edit.ratings.lowest', { value: '1' });
    }
    return value === ciaMaximum
      ? t('edit.ratings.highest', { value: String(value) })
      : String(value);
  }
  const options = [
    { id: '', label: t('edit.notSet') },
    ...Array.from({ length: ciaMaximum }, (_, index) => ({
      id: String(index + 1),
      label: label(index + 1),
    })),
  ];

  return (
    <InputGroup {...props}>
      <div className={styles.columns}>
        {ratings.map(name => (
          <Select
            key={name}
            label={t(`edit.ratings.${name}`)}
            options={options}
            value={draft[name]}
            onChange={value =>
              onChange({ ...draft, [name]: String(value ?? '') })
            }
            isDisabled={isDisabled}
            isInvalid={isInvalid && draft[name] === ''}
          />
        ))}
      </div>
    </InputGroup>
  );
}
