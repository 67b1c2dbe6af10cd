import {
  CheckFacts,
  compareDurations,
  ContinuityTier,
  findLevel,
  RelatedEntity,
} from '@service-compliance/backstage-plugin-compliance-common';
import {
  builtIn,
  fail,
  isms,
  notApplicable,
  pass,
  sms,
  unknown,
} from './builtIn';
import { judgeRecency } from './dates';
import { isInUpperHalf } from './scales';
import {
  enumerate,
  inWords,
  mention,
  Mention,
  nameOf,
  naming,
  undeclared,
} from './words';

/** Restoring a backup must be proven at least this often. */
const RESTORE_EVERY = 'P1Y';

const objectives = ['rto', 'rpo', 'mtpd'] as const;

function tierOf({
  entity,
  vocabulary,
}: CheckFacts): ContinuityTier | undefined {
  const tier = entity.profile.continuity.tier?.value;
  return findLevel(vocabulary, 'continuityTier', tier);
}

/** Whether it should be known how soon the other entity recovers. */
const mustRecover = ({ facts }: RelatedEntity) =>
  !facts ||
  facts.profile.continuity.rto !== undefined ||
  // A supplier commits itself in its contract; compared is what is declared.
  (!facts.isSupplier && facts.facets.includes('continuity'));

/** How a service survives a disruption. */
export const continuityChecks = [
  builtIn({
    id: 'continuity-tier',
    title: 'Continuity tier',
    description:
      'The tier decides how soon a service must be back and how often that is tested. Passes when it is set.',
    facet: 'continuity',
    weight: 3,
    clauses: [...sms('8.7.2'), ...isms('A.5.29', 'A.5.30')],
    fields: ['continuity.tier'],
    remedy:
      'Find out with those who depend on the service how long they can do without it, and set the tier.',
    expected: 'A continuity tier is set.',
    judge(facts) {
      const tier = tierOf(facts);
      return tier
        ? pass(`The continuity tier is ${tier.title}.`)
        : unknown('No continuity tier is declared.');
    },
  }),

  builtIn({
    id: 'continuity-objectives-consistent',
    title: 'Objectives fit together',
    description:
      'A recovery that takes longer than a disruption is tolerable comes too late. Passes when RTO and RPO are at most the MTPD.',
    facet: 'continuity',
    weight: 2,
    clauses: [...sms('8.7.2'), ...isms('A.5.30')],
    fields: ['continuity.rto', 'continuity.rpo', 'continuity.mtpd'],
    basis: ['continuity.tier'],
    remedy:
      'Set the continuity tier, or objectives of which RTO and RPO are at most the MTPD.',
    expected: 'RTO and RPO are at most the MTPD.',
    judge({ entity: { profile } }) {
      const { rto, rpo, mtpd } = profile.continuity;
      const limit = mtpd?.value;
      const above = [
        { name: 'RTO', value: rto?.value },
        { name: 'RPO', value: rpo?.value },
      ].flatMap(({ name, value }) =>
        value && limit && compareDurations(value, limit) > 0
          ? [`${name} is ${inWords(value)}`]
          : [],
      );
      if (limit && above.length > 0) {
        return fail(
          `${enumerate(above)}, above the MTPD of ${inWords(limit)}.`,
        );
      }
      return rto && rpo && limit
        ? pass(
            `RTO is ${inWords(rto.value)} and RPO ${inWords(
              rpo.value,
            )}, within the MTPD of ${inWords(limit)}.`,
          )
        : unknown(undeclared([!rto && 'RTO', !rpo && 'RPO', !mtpd && 'MTPD']));
    },
  }),

  builtIn({
    id: 'continuity-objectives-meet-tier',
    title: 'Objectives meet the tier',
    description:
      'Objectives weaker than those of the tier break the promise of the tier. Passes when none is.',
    facet: 'continuity',
    weight: 2,
    clauses: [...sms('8.7.2'), ...isms('A.5.30')],
    fields: ['continuity.rto', 'continuity.rpo', 'continuity.mtpd'],
    basis: ['continuity.tier'],
    remedy:
      'Shorten the objectives, leave them to the tier, or choose a less demanding tier.',
    expected(facts) {
      const tier = tierOf(facts);
      return tier
        ? `RTO is at most ${inWords(tier.rto)}, RPO at most ${inWords(
            tier.rpo,
          )} and MTPD at most ${inWords(tier.mtpd)}.`
        : 'RTO, RPO and MTPD are at most those of the continuity tier.';
    },
    judge(facts) {
      const { continuity } = facts.entity.profile;
      const tier = tierOf(facts);
      if (!tier) {
        return unknown('No continuity tier is declared to compare with.');
      }
      const above = objectives.flatMap(name => {
        const value = continuity[name]?.value;
        return value && compareDurations(value, tier[name]) > 0
          ? [`${name.toLocaleUpperCase('en')} is ${inWords(value)}`]
          : [];
      });
      return above.length > 0
        ? fail(`${enumerate(above)}, more than ${tier.title} allows.`)
        : pass(`The objectives are no weaker than those of ${tier.title}.`);
    },
  }),

  builtIn({
    id: 'continuity-plan',
    title: 'Continuity plan',
    description:
      'Who must recover quickly cannot start to think then. Passes when a plan is linked; not needed in the lower half of the continuity tiers.',
    facet: 'continuity',
    weight: 2,
    clauses: [...sms('8.7.2'), ...isms('A.5.29')],
    fields: ['continuity.plan'],
    basis: ['continuity.tier'],
    remedy: 'Write down how the service is recovered, and link the plan.',
    expected: 'A continuity plan is linked.',
    judge(facts) {
      if (facts.entity.profile.continuity.plan) {
        return pass('A continuity plan is linked.');
      }
      const tier = tierOf(facts);
      return tier && !isInUpperHalf(facts.vocabulary, 'continuityTier', tier.id)
        ? notApplicable(`${tier.title} needs no continuity plan.`)
        : unknown('No continuity plan is linked.');
    },
  }),

  builtIn({
    id: 'continuity-tested',
    title: 'Continuity tested',
    description:
      'A plan that was never exercised is a hope. Passes when the last test did not fail and is as recent as the continuity tier asks for.',
    facet: 'continuity',
    weight: 3,
    clauses: [...sms('8.7.2'), ...isms('A.5.30')],
    fields: ['continuity.lastTestedOn', 'continuity.testResult'],
    basis: ['continuity.tier'],
    remedy: 'Exercise the recovery, and set the date and the result.',
    expected(facts) {
      const tier = tierOf(facts);
      return tier
        ? `A test within ${inWords(tier.testEvery)} did not fail.`
        : 'A test, as recent as the continuity tier asks for, did not fail.';
    },
    judge(facts) {
      const { vocabulary, today } = facts;
      const { lastTestedOn, testResult } = facts.entity.profile.continuity;
      const tier = tierOf(facts);
      if (!lastTestedOn) {
        return unknown('No continuity test is declared.');
      }
      const on = lastTestedOn.value;
      const result = testResult?.value;
      if (result && result === vocabulary.scales.testResult.at(-1)?.id) {
        return fail(`The test on ${on} failed.`);
      }
      if (!tier) {
        return unknown(
          `It was tested on ${on}, but no continuity tier says how often it must be.`,
        );
      }
      const recency = judgeRecency({
        what: 'It was last tested',
        on,
        every: tier.testEvery,
        today,
      });
      if (recency.status === 'pass' && !result) {
        return unknown(
          `It was tested on ${on}, but no result is declared.`,
          recency.dueOn,
        );
      }
      return recency;
    },
  }),

  builtIn({
    id: 'continuity-achieved',
    title: 'Objectives achieved',
    description:
      'Only a test shows whether the objectives can be met. Passes when the last one achieved both RTO and RPO.',
    facet: 'continuity',
    weight: 2,
    clauses: [...sms('8.7.2'), ...isms('A.5.30')],
    fields: ['continuity.achievedRto', 'continuity.achievedRpo'],
    basis: ['continuity.rto', 'continuity.rpo', 'continuity.tier'],
    remedy:
      'Measure in a test how long recovery takes and how much data is lost; improve until both meet the objectives.',
    expected({ entity: { profile } }) {
      const { rto, rpo } = profile.continuity;
      return rto && rpo
        ? `Recovery took at most ${inWords(
            rto.value,
          )}, and data of at most ${inWords(rpo.value)} was lost.`
        : 'The last test achieved RTO and RPO.';
    },
    judge({ entity: { profile } }) {
      const { achievedRto, achievedRpo, rto, rpo } = profile.continuity;
      const pairs = [
        { name: 'RTO', achieved: achievedRto?.value, target: rto?.value },
        { name: 'RPO', achieved: achievedRpo?.value, target: rpo?.value },
      ];
      const missed = pairs.flatMap(({ name, achieved, target }) =>
        achieved && target && compareDurations(achieved, target) > 0
          ? [
              `the achieved ${name} is ${inWords(
                achieved,
              )}, above the target of ${inWords(target)}`,
            ]
          : [],
      );
      if (missed.length > 0) {
        return fail(`In the last test ${enumerate(missed)}.`);
      }
      if (!achievedRto || !achievedRpo) {
        return unknown(
          undeclared([
            !achievedRto && 'achieved RTO',
            !achievedRpo && 'achieved RPO',
          ]),
        );
      }
      return rto && rpo
        ? pass('The last test achieved RTO and RPO.')
        : unknown(undeclared([!rto && 'RTO', !rpo && 'RPO']));
    },
  }),

  builtIn({
    id: 'continuity-backup-restored',
    title: 'Backup restored',
    description:
      'A backup is worth what can be restored from it. Passes when a backup was restored within a year.',
    facet: 'continuity',
    weight: 2,
    clauses: [...sms('8.7.2'), ...isms('A.8.13')],
    appliesTo: {
      kind: 'Resource',
      'spec.type': {
        $in: [
          'database',
          'datastore',
          'data-store',
          'data-warehouse',
          'data-lake',
          'storage',
          'object-storage',
          'file-storage',
          'bucket',
          's3-bucket',
          'volume',
        ],
      },
    },
    fields: ['continuity.backupRestoredOn'],
    remedy: 'Restore the data from a backup, and set the date.',
    expected: `A backup was restored within ${inWords(RESTORE_EVERY)}.`,
    judge({ entity: { profile }, today }) {
      const { backupRestoredOn } = profile.continuity;
      return backupRestoredOn
        ? judgeRecency({
            what: 'A backup was last restored',
            on: backupRestoredOn.value,
            every: RESTORE_EVERY,
            today,
          })
        : unknown('No restored backup is declared.');
    },
  }),

  builtIn({
    id: 'continuity-dependencies',
    title: 'Dependencies recover in time',
    description:
      'Nothing is back before what it depends on. Passes when every dependency recovers no later; a supplier counts when its recovery time is declared.',
    facet: 'continuity',
    weight: 3,
    clauses: [...sms('8.7.2'), ...isms('A.5.30', 'A.8.14')],
    basis: ['continuity.rto', 'continuity.tier'],
    remedy:
      'Shorten the recovery of the dependencies, do without them during a disruption, or allow a longer recovery time.',
    expected({ entity: { profile } }) {
      const { rto } = profile.continuity;
      return rto
        ? `Every dependency recovers within ${inWords(rto.value)}.`
        : 'Every dependency recovers no later than it does.';
    },
    judge({ entity: { profile }, dependencies }) {
      const needed = dependencies.filter(mustRecover);
      if (needed.length === 0) {
        return notApplicable('It depends on nothing that must recover.');
      }
      const own = profile.continuity.rto?.value;
      if (!own) {
        return unknown('No RTO is declared to compare with.');
      }
      const later: Mention[] = [];
      const unclear: Mention[] = [];
      for (const dependency of needed) {
        const rto = dependency.facts?.profile.continuity.rto?.value;
        if (!rto) {
          unclear.push(mention(dependency));
        } else if (compareDurations(rto, own) > 0) {
          later.push(
            mention(
              dependency,
              `${nameOf(dependency)} recovers in ${inWords(rto)}`,
            ),
          );
        }
      }
      if (later.length > 0) {
        return naming(later, names =>
          fail(`${names}, later than ${inWords(own)}.`),
        );
      }
      return unclear.length > 0
        ? naming(unclear, names => unknown(`No RTO is known of ${names}.`))
        : pass(`Every dependency recovers within ${inWords(own)}.`);
    },
  }),
];
