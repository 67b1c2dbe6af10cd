import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { ExpiryTotals } from '@service-compliance/backstage-plugin-compliance-common';
import { ScrollArea, Section, useFormats } from '../components';
import { complianceTranslationRef } from '../translations';
import { useServicesLink } from './servicesLink';

const horizons = [
  { days: 30, totalOf: ({ within30 }: ExpiryTotals) => within30 },
  { days: 60, totalOf: ({ within60 }: ExpiryTotals) => within60 },
  { days: 90, totalOf: ({ within90 }: ExpiryTotals) => within90 },
];

/** How many services fail a check soon unless somebody renews it. */
export function ExpiringChecks(props: { expiring: ExpiryTotals[] }) {
  const { expiring } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const servicesLink = useServicesLink();
  return (
    <Section
      title={t('overview.expiring.title')}
      help={t(
        expiring.length > 0
          ? 'overview.expiring.help'
          : 'overview.expiring.none',
      )}
    >
      {expiring.length > 0 && (
        <ScrollArea label={t('overview.expiring.title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('overview.expiring.check')}</th>
                {horizons.map(({ days }) => (
                  <th key={days} scope="col">
                    {t('overview.expiring.within', { days: number(days) })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {expiring.map(entry => (
                <tr key={entry.checkId}>
                  <th scope="row">{entry.title}</th>
                  {horizons.map(({ days, totalOf }) => (
                    <td key={days}>
                      {totalOf(entry) > 0 ? (
                        <Link
                          href={servicesLink({
                            check: { id: entry.checkId, status: ['pass'] },
                            dueBy: String(days),
                          })}
                          aria-label={t('overview.expiring.linkOf', {
                            value: number(totalOf(entry)),
                            check: entry.title,
                            days: number(days),
                          })}
                        >
                          {number(totalOf(entry))}
                        </Link>
                      ) : (
                        number(0)
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
    </Section>
  );
}
