import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import { TodoResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { useEffect, useId, useRef, useState } from 'react';
import { useRememberEntity } from '../api';
import { titleOf, useFormats } from '../components';
import { FacetEditDialog } from '../edit';
import { useScorecardLink } from '../entity';
import { targetOf } from '../entity/editTarget';
import { complianceTranslationRef } from '../translations';
import styles from './DueList.module.css';
import sections from './section.module.css';

type Due = TodoResponse['due'][number];

function DueItem(props: { due: Due; onRenew: () => void }) {
  const { due, onRenew } = props;
  const { entityRef, checkTitle, dueOn, fields } = due;
  const title = titleOf(due);
  const scorecardLink = useScorecardLink();
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date, relativeDate } = useFormats();
  return (
    <li className={sections.item}>
      <div className={styles.what}>
        <strong>{checkTitle}</strong>
        <Link href={scorecardLink(entityRef)}>{title}</Link>
        <time dateTime={dueOn} className={styles.date}>
          {t('todo.due.date', {
            relative: relativeDate(dueOn),
            date: date(dueOn),
          })}
        </time>
      </div>
      {fields.length > 0 && (
        <Button
          variant="secondary"
          aria-label={t('todo.due.renewOf', { check: checkTitle, title })}
          onPress={onRenew}
        >
          {t('todo.due.renew')}
        </Button>
      )}
    </li>
  );
}

/** Passing checks that soon fail by themselves, to be renewed before. */
export function DueList(props: { due: Due[] }) {
  const { due } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const [renewed, setRenewed] = useState<Due>();
  const [isSaved, setSaved] = useState(false);
  const remember = useRememberEntity();
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);

  // The button that opened the editor is gone with what was renewed.
  useEffect(() => {
    if (isSaved && !renewed) {
      setSaved(false);
      heading.current?.focus();
    }
  }, [isSaved, renewed]);

  return (
    <section aria-labelledby={headingId} className={sections.root}>
      <header>
        <h2
          id={headingId}
          ref={heading}
          tabIndex={-1}
          className={sections.heading}
        >
          {t('todo.due.title')}
        </h2>
        <p className={sections.help}>
          {t(due.length > 0 ? 'todo.due.help' : 'todo.due.none')}
        </p>
      </header>
      {due.length > 0 && (
        <ul className={sections.list}>
          {due.map(entry => (
            <DueItem
              key={`${entry.entityRef} ${entry.checkId}`}
              due={entry}
              onRenew={() => setRenewed(entry)}
            />
          ))}
        </ul>
      )}
      {renewed && (
        <FacetEditDialog
          entityRef={renewed.entityRef}
          {...targetOf(renewed.fields[0])}
          onSaved={entity => {
            setSaved(true);
            remember(entity);
          }}
          onClose={() => setRenewed(undefined)}
        />
      )}
    </section>
  );
}
