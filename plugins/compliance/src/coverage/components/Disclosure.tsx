import { ButtonIcon } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { ReactNode, useId, useState } from 'react';
import styles from './Disclosure.module.css';

/** A heading with a button that shows and hides what is below it. */
export function Disclosure(props: {
  /** What the button is called. */
  label: string;
  heading: ReactNode;
  isOpenAtFirst: boolean;
  children: ReactNode;
}) {
  const { label, heading, isOpenAtFirst, children } = props;
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const bodyId = useId();
  return (
    <>
      <div className={styles.head}>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={isOpen ? <RiArrowDownSLine /> : <RiArrowRightSLine />}
          aria-label={label}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onPress={() => setOpen(!isOpen)}
        />
        <span className={styles.text}>{heading}</span>
      </div>
      <div id={bodyId} hidden={!isOpen} className={styles.body}>
        {isOpen && children}
      </div>
    </>
  );
}
