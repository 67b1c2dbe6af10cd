import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RemixiconComponentType,
  RiCheckboxCircleFill,
  RiIndeterminateCircleLine,
  RiQuestionFill,
} from '@remixicon/react';
import { complianceTranslationRef } from '../../translations';
import { Decision } from '../decision';
import styles from './DecisionLabel.module.css';

const icons: Record<Decision, RemixiconComponentType> = {
  yes: RiCheckboxCircleFill,
  no: RiIndeterminateCircleLine,
  undecided: RiQuestionFill,
};

/** Whether a control is applicable, as icon and text. */
export function DecisionLabel(props: { decision: Decision }) {
  const { decision } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const Icon = icons[decision];
  return (
    <span className={styles.root}>
      <Icon
        aria-hidden
        className={styles.icon}
        data-decision={decision}
        size={16}
      />
      {t(`applicability.decision.${decision}`)}
    </span>
  );
}
