import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import {
  checkStatuses,
  countedStates,
  EntityResponse,
  ServiceStandardCoverage,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useStandards } from '../api';
import {
  errorMessage,
  FieldValue,
  useFormats,
  useLevelTitle,
} from '../components';
import { useEntityCoverage } from '../coverage/entity/useEntityCoverage';
import { groupResults } from '../entity/findings';
import { groupsOf } from '../entity/groups';
import { sourcedIn } from '../profile';
import { complianceTranslationRef } from '../translations';
import { PrintFacts, PrintLegend, PrintSection, PrintTable } from './parts';
import { PrintView } from './PrintView';

/** The scorecard of a service as a document to hand over. */
export function ScorecardPrint(props: {
  compliance: EntityResponse;
  vocabulary: VocabularyResponse;
  onClose: () => void;
}) {
  const { compliance, vocabulary, onClose } = props;
  const { entityRef, title, version, scorecard, profile, assessedAt } =
    compliance;
  const { entity } = useEntity();
  const answer = useEntityCoverage(entityRef, version);
  const coverage = answer.value?.standards ?? [];
  const { t } = useTranslationRef(complianceTranslationRef);
  const { timestamp, number } = useFormats();
  const levelTitle = useLevelTitle(vocabulary.levels);
  const results = scorecard.results;
  const checkTitles = new Map(
    results.map(({ checkId, title: checkTitle }) => [checkId, checkTitle]),
  );
  const standards = useStandards([
    ...coverage.map(({ standard }) => standard),
    ...results.flatMap(({ clauses }) => clauses.map(ref => ref.standard)),
  ]);
  const scopeOf = (system: 'sms' | 'isms') =>
    t(
      profile.scope[system]?.value === 'out'
        ? 'print.service.out'
        : 'print.service.in',
    );

  return (
    <PrintView
      title={t('print.service.title', { name: title ?? entityRef })}
      onClose={onClose}
    >
      <PrintFacts
        facts={[
          [t('print.service.entity'), entityRef],
          [
            t('print.service.owners'),
            getEntityRelations(entity, RELATION_OWNED_BY)
              .map(owner => stringifyEntityRef(owner))
              .join(', '),
          ],
          [t('print.printedAt'), timestamp(new Date().toISOString())],
          [
            t('print.service.assessed'),
            assessedAt ? timestamp(assessedAt) : t('age.neverAssessed'),
          ],
          [
            t('print.service.scope'),
            t('print.service.scopeValue', {
              sms: scopeOf('sms'),
              isms: scopeOf('isms'),
            }),
          ],
          [t('print.service.version'), version],
          [
            t('print.service.score'),
            scorecard.score === undefined
              ? t('score.none')
              : t('print.service.scoreValue', {
                  score: number(scorecard.score),
                  level: levelTitle(scorecard.level),
                }),
          ],
        ]}
      />
      {groupResults(results).map(({ facet, results: shown }) => (
        <PrintSection
          key={facet}
          title={`${t('print.service.results')}: ${t(`facet.${facet}`)}`}
        >
          <PrintTable
            label={t(`facet.${facet}`)}
            headings={[
              t('print.service.check'),
              t('print.service.status'),
              t('print.service.finding'),
              t('print.service.clauses'),
            ]}
            rows={shown.map(result => ({
              key: result.checkId,
              cells: [
                result.title,
                t(`status.${result.status}`),
                result.finding,
                [...new Set(result.clauses.map(ref => ref.standard))].map(
                  standard => (
                    <div key={standard}>
                      {t('print.service.supports', {
                        standard: standards.get(standard)?.title ?? standard,
                        clauses: result.clauses
                          .filter(ref => ref.standard === standard)
                          .map(({ clause }) => clause)
                          .join(', '),
                      })}
                    </div>
                  ),
                ),
              ],
            }))}
          />
        </PrintSection>
      ))}
      <PrintSection title={t('print.service.profile')}>
        <PrintTable
          label={t('print.service.profile')}
          headings={[
            t('print.service.field'),
            t('print.service.value'),
            t('print.service.source'),
          ]}
          rows={groupsOf(compliance).flatMap(group =>
            vocabulary.fields
              .filter(field => field.group === group && !field.excludes)
              .flatMap(field => {
                const sourced = sourcedIn(profile, field);
                return sourced
                  ? {
                      key: field.id,
                      cells: [
                        field.title,
                        <FieldValue
                          key="value"
                          field={field}
                          value={sourced.value}
                          vocabulary={vocabulary}
                        />,
                        t(`source.${sourced.source}`),
                      ],
                    }
                  : [];
              }),
          )}
        />
      </PrintSection>
      {answer.error && (
        <p role="alert">
          {t('print.coverage.failed', { message: errorMessage(answer.error) })}
        </p>
      )}
      {coverage.map(entry => (
        <CoverageSection
          key={entry.standard}
          coverage={entry}
          checkTitles={checkTitles}
          titleOf={clause =>
            standards
              .get(entry.standard)
              ?.clauses.find(({ id }) => id === clause)?.title
          }
        />
      ))}
      <PrintLegend
        title={t('print.legend')}
        entries={[
          ...checkStatuses.map((status): [string, string] => [
            t(`status.${status}`),
            t(`print.status.${status}`),
          ]),
          ...countedStates.map((state): [string, string] => [
            t(`coverage.state.${state}`),
            t(`coverage.legend.${state}`),
          ]),
        ]}
        disclaimer={t('score.disclaimer')}
      />
    </PrintView>
  );
}

function CoverageSection(props: {
  coverage: ServiceStandardCoverage;
  /** By their ids. */
  checkTitles: ReadonlyMap<string, string>;
  titleOf: (clause: string) => string | undefined;
}) {
  const { coverage, checkTitles, titleOf } = props;
  const { title, inScope, coveredPercent, clauses } = coverage;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const judged = clauses.filter(({ state }) => countedStates.includes(state));

  function summary() {
    if (!inScope) {
      return t('print.coverage.out');
    }
    return coveredPercent === undefined
      ? t('print.coverage.none')
      : t('print.coverage.percent', {
          percent: number(coveredPercent),
          clauses: number(judged.length),
        });
  }

  return (
    <PrintSection title={t('print.coverage.title', { standard: title })}>
      <p>{summary()}</p>
      {inScope && judged.length > 0 && (
        <PrintTable
          label={t('print.coverage.title', { standard: title })}
          headings={[
            t('print.coverage.clause'),
            t('print.coverage.state'),
            t('print.coverage.checks'),
          ]}
          rows={judged.map(({ clause, state, results }) => ({
            key: clause,
            cells: [
              `${clause} ${titleOf(clause) ?? ''}`,
              t(`coverage.state.${state}`),
              results
                .map(
                  ({ checkId, status }) =>
                    `${checkTitles.get(checkId) ?? checkId}: ${t(
                      `status.${status}`,
                    )}`,
                )
                .join(', '),
            ],
          }))}
        />
      )}
    </PrintSection>
  );
}
