import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RemixiconComponentType,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiIndeterminateCircleLine,
  RiQuestionFill,
  RiShieldCheckFill,
} from '@remixicon/react';
import { CheckStatus } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';
import styles from './StatusLabel.module.css';

const icons: Record<CheckStatus, RemixiconComponentType> = {
  pass: RiCheckboxCircleFill,
  fail: RiCloseCircleFill,
  unknown: RiQuestionFill,
  'not-applicable': RiIndeterminateCircleLine,
  waived: RiShieldCheckFill,
};

/** Colour and shape of a status; always beside its name. */
export function StatusIcon(props: { status: CheckStatus; size?: number }) {
  const { status, size = 18 } = props;
  const Icon = icons[status];
  return (
    <Icon
      aria-hidden
      className={styles.icon}
      data-status={status}
      size={size}
    />
  );
}

/** The status of a check as icon and text. */
export function StatusLabel(props: { status: CheckStatus }) {
  const { status } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <span className={styles.label}>
      <StatusIcon status={status} />
      <span>{t(`status.${status}`)}</span>
    </span>
  );
}
