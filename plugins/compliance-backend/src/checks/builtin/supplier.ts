import {
  CheckFacts,
  EntityFacts,
  findLevel,
  rankOf,
  subtractDuration,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import {
  builtIn,
  fail,
  isms,
  Judgement,
  notApplicable,
  pass,
  sms,
  unknown,
} from './builtIn';
import { dayAfter, earliest, judgeRecency } from './dates';
import { demandOf, isInLowerHalf } from './scales';
import {
  enumerate,
  inWords,
  mention,
  Mention,
  nameOf,
  naming,
  titleOf,
  undeclared,
} from './words';

function criticalityOf({ profile }: EntityFacts, vocabulary: Vocabulary) {
  const criticality = profile.supplier.criticality?.value;
  return findLevel(vocabulary, 'criticality', criticality);
}

/** Whether a supplier was assessed as often as its criticality asks for. */
function judgeAssessment(
  supplier: EntityFacts,
  { vocabulary, today }: CheckFacts,
): Judgement {
  const on = supplier.profile.supplier.lastAssessedOn?.value;
  const criticality = criticalityOf(supplier, vocabulary);
  if (!on) {
    return unknown('No assessment is declared.');
  }
  if (!criticality) {
    return unknown(
      `It was assessed on ${on}, but no criticality says how often it must be.`,
    );
  }
  return judgeRecency({
    what: 'It was last assessed',
    on,
    every: criticality.assessEvery,
    today,
  });
}

/** Suppliers, and how services depend on them. */
export const supplierChecks = [
  builtIn({
    id: 'supplier-assessed',
    title: 'Supplier assessed',
    description:
      'Nobody can manage a risk that was never looked at. Passes when the date of an assessment and the residual risk are set.',
    facet: 'supplier',
    weight: 3,
    clauses: [...sms('8.3.4'), ...isms('A.5.19')],
    fields: ['supplier.lastAssessedOn', 'supplier.residualRisk'],
    remedy: 'Assess the supplier, and set the date and the residual risk.',
    expected: 'The date of an assessment and the residual risk are set.',
    judge({ entity: { profile }, today }) {
      const { lastAssessedOn, residualRisk } = profile.supplier;
      const on = lastAssessedOn?.value;
      if (on && on > today) {
        return fail(`The assessment on ${on} lies in the future.`, on);
      }
      return on && residualRisk
        ? pass(`The supplier was assessed on ${on}.`)
        : unknown(
            undeclared([!on && 'assessment', !residualRisk && 'residual risk']),
          );
    },
  }),

  builtIn({
    id: 'supplier-assessment-current',
    title: 'Assessment is current',
    description:
      'The more critical a supplier, the more often it is assessed. Passes when the last assessment is as recent as the criticality asks for.',
    facet: 'supplier',
    weight: 3,
    clauses: [...sms('8.3.4'), ...isms('A.5.22')],
    fields: ['supplier.lastAssessedOn', 'supplier.criticality'],
    remedy: 'Set the criticality, assess the supplier again, and set the date.',
    expected({ entity, vocabulary }) {
      const criticality = criticalityOf(entity, vocabulary);
      return criticality
        ? `The supplier was assessed within ${inWords(
            criticality.assessEvery,
          )}.`
        : 'The supplier was assessed as recently as its criticality asks for.';
    },
    judge: facts => judgeAssessment(facts.entity, facts),
  }),

  builtIn({
    id: 'supplier-contract',
    title: 'Contract',
    description:
      'What a supplier owes must be agreed, and an end must not come as a surprise. Passes when the contract is linked, has not ended, and its notice deadline has not gone by.',
    facet: 'supplier',
    weight: 2,
    clauses: [...sms('8.3.4'), ...isms('A.5.20')],
    fields: [
      'supplier.contract',
      'supplier.contractEndsOn',
      'supplier.noticePeriod',
    ],
    remedy:
      'Renew or replace the contract; link it, and set when it ends and how long before notice must be given. A contract without an end ends on 9999-12-31.',
    expected:
      'A contract is linked, has not ended, and notice can still be given.',
    judge({ entity: { profile }, today }) {
      const { contract, contractEndsOn, noticePeriod } = profile.supplier;
      const end = contractEndsOn?.value;
      if (end && today > end) {
        return fail(`The contract ended on ${end}.`);
      }
      const deadline =
        end && noticePeriod && subtractDuration(end, noticePeriod.value);
      if (deadline && today > deadline) {
        return fail(
          `The contract ends on ${end}, and the deadline for notice went by on ${deadline}.`,
          dayAfter(end),
        );
      }
      const next = deadline ?? end;
      const dueOn = next && dayAfter(next);
      return contract && deadline
        ? pass(
            `The contract ends on ${end}; notice can be given until ${deadline}.`,
            dueOn,
          )
        : unknown(
            undeclared([
              !contract && 'contract',
              !end && 'end of the contract',
              !noticePeriod && 'notice period',
            ]),
            dueOn,
          );
    },
  }),

  builtIn({
    id: 'supplier-risk',
    title: 'Residual risk acceptable',
    description:
      'A high risk must be treated, not only known. Passes when the residual risk is in the lower half of its scale.',
    facet: 'supplier',
    weight: 3,
    clauses: [...sms('8.3.4'), ...isms('A.5.19', 'A.5.21')],
    fields: ['supplier.residualRisk'],
    remedy:
      'Treat the risk, replace the supplier, or have the risk accepted; then set the residual risk.',
    expected({ vocabulary }) {
      const highest = vocabulary.scales.risk
        .filter(({ id }) => isInLowerHalf(vocabulary, 'risk', id))
        .at(-1)!;
      return `The residual risk is at most ${highest.title}.`;
    },
    judge({ entity: { profile }, vocabulary }) {
      const risk = profile.supplier.residualRisk?.value;
      if (!risk) {
        return unknown('No residual risk is declared.');
      }
      const finding = `The residual risk is ${titleOf(
        vocabulary,
        'risk',
        risk,
      )}.`;
      return isInLowerHalf(vocabulary, 'risk', risk)
        ? pass(finding)
        : fail(finding);
    },
  }),

  builtIn({
    id: 'supplier-certification',
    title: 'Certificates valid',
    description:
      'A certificate is evidence as long as it is valid. Passes when every certificate is; not needed from suppliers that are not external.',
    facet: 'supplier',
    weight: 2,
    clauses: [...sms('8.3.4'), ...isms('A.5.22', 'A.5.23')],
    fields: ['supplier.certifications'],
    basis: ['supplier.kind'],
    remedy:
      'Ask the supplier for current certificates, and set until when they are valid.',
    expected: 'Every certificate of the supplier is valid.',
    judge({ entity: { profile }, vocabulary, today }) {
      const { certifications, kind } = profile.supplier;
      // The first kind is the one that stands for another company.
      if (kind && rankOf(vocabulary, 'supplierKind', kind.value) > 0) {
        return notApplicable(
          `No certificate is needed of this kind of supplier: ${titleOf(
            vocabulary,
            'supplierKind',
            kind.value,
          )}.`,
        );
      }
      if (!certifications) {
        return unknown('No certificate is declared.');
      }
      const expired = certifications.value.filter(
        ({ validUntil }) => validUntil < today,
      );
      return expired.length > 0
        ? fail(
            `${enumerate(
              expired.map(
                ({ scheme, validUntil }) =>
                  `${scheme} expired on ${validUntil}`,
              ),
            )}.`,
          )
        : pass(
            `Valid are ${enumerate(
              certifications.value.map(
                ({ scheme, validUntil }) => `${scheme} until ${validUntil}`,
              ),
            )}.`,
            dayAfter(
              earliest(
                certifications.value.map(({ validUntil }) => validUntil),
              )!,
            ),
          );
    },
  }),

  builtIn({
    id: 'supplier-exit-plan',
    title: 'Exit plan',
    description:
      'It must be possible to leave a supplier that we cannot operate without. Passes when an exit plan is linked; needed for the highest criticality only.',
    facet: 'supplier',
    weight: 2,
    clauses: [...sms('8.3.4'), ...isms('A.5.23')],
    fields: ['supplier.exitPlan'],
    basis: ['supplier.criticality'],
    remedy: 'Write down how the supplier would be replaced, and link the plan.',
    expected: 'An exit plan is linked.',
    judge({ entity, vocabulary }) {
      if (entity.profile.supplier.exitPlan) {
        return pass('An exit plan is linked.');
      }
      const criticality = criticalityOf(entity, vocabulary);
      return criticality && criticality !== vocabulary.scales.criticality[0]
        ? notApplicable(
            `A supplier of criticality ${criticality.title} needs no exit plan.`,
          )
        : unknown('No exit plan is linked.');
    },
  }),

  builtIn({
    id: 'supplier-data-access',
    title: 'Data access justified',
    description:
      'A supplier must not see more than is needed. Passes when its data access is not above the classification of the most sensitive entity that depends on it.',
    facet: 'supplier',
    weight: 2,
    clauses: [...sms('8.3.4'), ...isms('A.5.19')],
    fields: ['supplier.dataAccess'],
    remedy:
      'Reduce what the supplier may see, or correct the classification of the services that depend on it.',
    expected:
      'Its data access is not above the classification of what depends on it.',
    judge({ entity: { profile }, consumers, vocabulary }) {
      const access = profile.supplier.dataAccess?.value;
      if (!access) {
        return unknown('No data access is declared.');
      }
      if (demandOf(vocabulary, 'dataAccess', access) === 0) {
        return pass('The supplier sees no information of ours.');
      }
      if (consumers.length === 0) {
        return notApplicable('Nothing depends on the supplier.');
      }
      const demand = (id: string) => demandOf(vocabulary, 'classification', id);
      // Levels of data access have the ids of the classifications.
      const needed = demand(access);
      const title = titleOf(vocabulary, 'dataAccess', access);
      if (needed < 0) {
        return unknown(
          `The data access '${title}' is not a level of the classification, so it cannot be compared.`,
        );
      }
      const lower: Mention[] = [];
      const unclear: Mention[] = [];
      for (const consumer of consumers) {
        const classification =
          consumer.facts?.profile.information.classification?.value;
        if (!classification) {
          unclear.push(mention(consumer));
        } else if (demand(classification) < needed) {
          lower.push(
            mention(
              consumer,
              `${nameOf(consumer)} (${titleOf(
                vocabulary,
                'classification',
                classification,
              )})`,
            ),
          );
        }
      }
      if (lower.length + unclear.length < consumers.length) {
        return pass(
          `The data access '${title}' is needed by what depends on it.`,
        );
      }
      return unclear.length > 0
        ? naming(unclear, names =>
            unknown(`No classification is known of ${names}.`),
          )
        : naming(lower, names =>
            fail(
              `The data access '${title}' is above the classification of ${names}.`,
            ),
          );
    },
  }),

  builtIn({
    id: 'supplier-dependencies',
    title: 'Suppliers assessed',
    description:
      'A service is as trustworthy as those it relies on. Passes when every supplier that it depends on directly was assessed as recently as its criticality asks for.',
    facet: 'supplier',
    weight: 3,
    clauses: [...sms('8.2.3', '8.3.4'), ...isms('A.5.21')],
    appliesToFacet: 'serviceLevel',
    remedy:
      'Have the suppliers assessed; the date and the criticality are set on the supplier itself.',
    expected: 'Every supplier that it depends on has a current assessment.',
    judge(facts) {
      const suppliers = facts.dependencies.flatMap(dependency =>
        dependency.facts?.isSupplier
          ? [
              {
                ...mention(dependency),
                ...judgeAssessment(dependency.facts, facts),
              },
            ]
          : [],
      );
      if (suppliers.length === 0) {
        return notApplicable('It depends on no supplier.');
      }
      const dueOn = earliest(suppliers.map(supplier => supplier.dueOn));
      const outdated = suppliers.filter(({ status }) => status === 'fail');
      const unclear = suppliers.filter(({ status }) => status === 'unknown');
      if (outdated.length > 0) {
        return naming(outdated, names =>
          fail(`There is no current assessment of ${names}.`, dueOn),
        );
      }
      return unclear.length > 0
        ? naming(unclear, names =>
            unknown(
              `Assessment or criticality of ${names} is not declared.`,
              dueOn,
            ),
          )
        : pass('Every supplier that it depends on is assessed.', dueOn);
    },
  }),
];
