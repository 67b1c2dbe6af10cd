import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  Progress,
  TodoResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useId } from 'react';
import { EntityLink, entityTitle, useFormats } from '../components';
import { complianceTranslationRef } from '../translations';
import sections from './section.module.css';
import styles from './TeamProgress.module.css';

type OwnerProgress = TodoResponse['progress'][number];

const stages: Progress[] = ['complete', 'started', 'untouched'];

function OwnerItem(props: { progress: OwnerProgress; href: string }) {
  const { progress, href } = props;
  const { owner, complete, started, untouched } = progress;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const total = t('todo.teams.total', {
    complete: number(complete),
    total: number(complete + started + untouched),
  });
  return (
    <li className={sections.item}>
      <EntityLink entityRef={owner} defaultKind={owner.split(':')[0]} />
      <Link
        href={href}
        aria-label={t('todo.teams.filter', {
          total,
          owner: entityTitle(owner),
        })}
      >
        {total}
      </Link>
      {/* The numbers below say the same. */}
      <div className={styles.bar} aria-hidden>
        {stages
          .filter(stage => progress[stage] > 0)
          .map(stage => (
            <span
              key={stage}
              data-progress={stage}
              style={{ flexGrow: progress[stage] }}
            />
          ))}
      </div>
      <ul className={styles.stages}>
        {stages.map(stage => (
          <li key={stage}>
            <span className={styles.swatch} data-progress={stage} aria-hidden />
            {t(`todo.teams.${stage}`, { value: number(progress[stage]) })}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** How far the services of each of the reader's teams are. */
export function TeamProgress(props: {
  progress: OwnerProgress[];
  /** Where the services of an owner are listed. */
  hrefOf: (owner: string) => string;
}) {
  const { progress, hrefOf } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={sections.root}>
      <h2 id={headingId} className={sections.heading}>
        {t('todo.teams.title')}
      </h2>
      <ul className={sections.list}>
        {progress.map(entry => (
          <OwnerItem
            key={entry.owner}
            progress={entry}
            href={hrefOf(entry.owner)}
          />
        ))}
      </ul>
    </section>
  );
}
