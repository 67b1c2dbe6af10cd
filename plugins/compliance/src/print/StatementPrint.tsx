import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ApplicabilityValues,
  ApplicabilityVersion,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../components';
import { complianceTranslationRef } from '../translations';
import { PrintFacts, PrintLegend, PrintSection, PrintTable } from './parts';
import { PrintView } from './PrintView';

type Entry = ApplicabilityValues & { clause: string };

/** Why a control is applied or not, and where that is written up. */
function Justification(props: {
  text: string;
  links: ApplicabilityValues['links'];
}) {
  const { text, links = [] } = props;
  return (
    <>
      {text}
      {links.map(({ url, title }, index) => (
        // The same link can be there twice; paper can only tell its address.
        <div key={`${index} ${url}`}>{title ? `${title}: ${url}` : url}</div>
      ))}
    </>
  );
}

/** A Statement of Applicability as a document to hand over. */
export function StatementPrint(props: {
  standard: StandardResponse;
  /** Absent for a draft. */
  version?: ApplicabilityVersion;
  entries: Entry[];
  /** Number of services in scope; absent while it is not known. */
  services?: number;
  onClose: () => void;
}) {
  const { standard, version, entries, services, onClose } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { timestamp, date } = useFormats();
  const controls = standard.clauses.filter(({ kind }) => kind === 'control');
  const byClause = new Map(entries.map(entry => [entry.clause, entry]));
  const count = (applicable: boolean | undefined) =>
    controls.filter(({ id }) => byClause.get(id)?.applicable === applicable)
      .length;

  function applicableText({ applicable }: Entry): string {
    if (applicable === undefined) {
      return t('print.statement.undecided');
    }
    return t(applicable ? 'print.statement.yes' : 'print.statement.no');
  }

  const justification = ({ exclusion, reasons = [] }: Entry) =>
    exclusion ??
    reasons.map(reason => t(`applicability.reason.${reason}`)).join(', ');

  return (
    <PrintView
      title={t('print.statement.title', { standard: standard.title })}
      onClose={onClose}
    >
      <PrintFacts
        facts={[
          [
            t('print.statement.version'),
            version
              ? t('print.statement.approved', {
                  number: String(version.number),
                  time: timestamp(version.approvedAt),
                  user: version.approvedBy,
                })
              : t('print.statement.draft'),
          ],
          ...(version?.note
            ? [[t('print.statement.note'), version.note] as [string, string]]
            : []),
          [t('print.printedAt'), timestamp(new Date().toISOString())],
          ...(services === undefined
            ? []
            : [
                [
                  t('print.statement.scope'),
                  t('print.statement.scopeValue', { count: services }),
                ] as [string, string],
              ]),
          [
            t('print.statement.controls'),
            t('print.statement.controlsValue', {
              applicable: String(count(true)),
              excluded: String(count(false)),
              undecided: String(count(undefined)),
            }),
          ],
        ]}
      />
      {standard.themes.map(({ id, title }) => (
        <PrintSection
          key={id}
          title={t('print.statement.group', { id, title })}
        >
          <PrintTable
            label={title}
            headings={[
              t('print.statement.control'),
              t('print.statement.applicable'),
              t('print.statement.justification'),
              t('print.statement.implementation'),
              t('print.statement.owner'),
              t('print.statement.reviewed'),
            ]}
            rows={controls
              .filter(({ parent }) => parent === id)
              .map(control => {
                const entry = byClause.get(control.id) ?? {
                  clause: control.id,
                };
                return {
                  key: control.id,
                  cells: [
                    `${control.id} ${control.title}`,
                    applicableText(entry),
                    <Justification
                      key="justification"
                      text={justification(entry)}
                      links={entry.links}
                    />,
                    entry.implementation &&
                      t(`applicability.implementation.${entry.implementation}`),
                    entry.owner,
                    entry.reviewedOn && date(entry.reviewedOn),
                  ],
                };
              })}
          />
        </PrintSection>
      ))}
      <PrintLegend
        title={t('print.legend')}
        entries={[
          [t('print.statement.yes'), t('print.statement.legend.applicable')],
          [t('print.statement.no'), t('print.statement.legend.excluded')],
        ]}
        disclaimer={t('print.statement.disclaimer')}
      />
    </PrintView>
  );
}
