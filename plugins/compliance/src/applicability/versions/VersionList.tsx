import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { ApplicabilityVersion } from '@service-compliance/backstage-plugin-compliance-common';
import { EntityLink, Section, useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { ApplicabilityQuery, Edition } from '../applicabilityQuery';
import styles from './VersionList.module.css';

/** The approved versions, the newest first. */
export function VersionList(props: {
  versions: ApplicabilityVersion[];
  hrefOf: (change: Partial<ApplicabilityQuery>) => string;
}) {
  const { versions, hrefOf } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { timestamp } = useFormats();

  const compareHref = (from: Edition, to: Edition) =>
    hrefOf({ version: undefined, compared: { from, to } });

  function compareLink(of: ApplicabilityVersion, text: string, href: string) {
    return (
      <Link
        href={href}
        aria-label={t('applicability.versions.compareOf', {
          compare: text,
          number: String(of.number),
        })}
      >
        {text}
      </Link>
    );
  }

  return (
    <Section title={t('applicability.versions.title')}>
      {versions.length === 0 && <p>{t('applicability.versions.none')}</p>}
      <ol reversed className={styles.root}>
        {versions.map((version, index) => {
          const { number, approvedAt, approvedBy, note } = version;
          const before = versions.at(index + 1)?.number;
          return (
            <li key={number} className={styles.version}>
              <strong>
                {t('applicability.versions.version', {
                  number: String(number),
                })}
              </strong>
              <span>
                {t('applicability.head.approved', {
                  time: timestamp(approvedAt),
                  user: <EntityLink entityRef={approvedBy} />,
                })}
              </span>
              <span>
                {t('applicability.versions.counts', {
                  applicable: String(version.applicable),
                  excluded: String(version.excluded),
                })}
              </span>
              {note && (
                <span className={styles.note}>
                  {t('applicability.head.note', { note })}
                </span>
              )}
              <span className={styles.links}>
                <Link
                  href={hrefOf({ version: number, compared: undefined })}
                  aria-label={t('applicability.versions.showVersion', {
                    number: String(number),
                  })}
                >
                  {t('applicability.versions.show')}
                </Link>
                {before !== undefined &&
                  compareLink(
                    version,
                    t('applicability.versions.compareBefore', {
                      number: String(before),
                    }),
                    compareHref(before, number),
                  )}
                {compareLink(
                  version,
                  t('applicability.versions.compareDraft'),
                  compareHref(number, 'draft'),
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
