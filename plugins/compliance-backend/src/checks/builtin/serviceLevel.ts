import {
  findLevel,
  SourcedValue,
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
import { demandOf, isInUpperHalf } from './scales';
import { inWords, titleOf } from './words';

const byTier = (value: SourcedValue, tier: string | undefined) =>
  value.source === 'default' && tier ? `, as ${tier} implies` : '';

/** What a service promises. */
export const serviceLevelChecks = [
  builtIn({
    id: 'service-level-tier',
    title: 'Service tier',
    description:
      'The tier decides what availability and support a service owes. Passes when it is set.',
    facet: 'serviceLevel',
    weight: 3,
    clauses: sms('8.3.3', '8.7.1'),
    fields: ['serviceLevel.tier'],
    remedy:
      'Agree with those who depend on the service how much does, and set the tier.',
    expected: 'A service tier is set.',
    judge({ entity: { profile }, vocabulary }) {
      const tier = profile.serviceLevel.tier?.value;
      return tier
        ? pass(
            `The service tier is ${titleOf(vocabulary, 'serviceTier', tier)}.`,
          )
        : unknown('No service tier is declared.');
    },
  }),

  builtIn({
    id: 'service-level-availability',
    title: 'Availability target',
    description:
      'Availability can only be managed against a target. Passes when one is set or implied by the service tier.',
    facet: 'serviceLevel',
    weight: 2,
    clauses: [...sms('8.3.3', '8.7.1'), ...isms('A.8.14')],
    fields: ['serviceLevel.availabilityTarget'],
    basis: ['serviceLevel.tier'],
    remedy: 'Set the service tier, or a target of its own.',
    expected: 'An availability target is set or implied by the service tier.',
    judge({ entity: { profile }, vocabulary }) {
      const { availabilityTarget: target, tier } = profile.serviceLevel;
      const level = findLevel(vocabulary, 'serviceTier', tier?.value);
      return target
        ? pass(
            `The availability target is ${target.value} %${byTier(
              target,
              level?.title,
            )}.`,
          )
        : unknown('No availability target is declared.');
    },
  }),

  builtIn({
    id: 'service-level-availability-meets-tier',
    title: 'Availability target meets the tier',
    description:
      'A target below that of the tier breaks the promise of the tier. Passes when the target is at least as high.',
    facet: 'serviceLevel',
    weight: 2,
    clauses: [...sms('8.7.1'), ...isms('A.8.14')],
    fields: ['serviceLevel.availabilityTarget'],
    basis: ['serviceLevel.tier'],
    remedy:
      'Raise the availability target, leave it to the tier, or choose a less demanding tier.',
    expected({ entity: { profile }, vocabulary }) {
      const tier = findLevel(
        vocabulary,
        'serviceTier',
        profile.serviceLevel.tier?.value,
      );
      return tier
        ? `The availability target is at least ${tier.availability} %.`
        : 'The availability target is at least that of the service tier.';
    },
    judge({ entity: { profile }, vocabulary }) {
      const { availabilityTarget: target, tier } = profile.serviceLevel;
      const level = findLevel(vocabulary, 'serviceTier', tier?.value);
      if (!level || !target) {
        return unknown('No service tier is declared to compare with.');
      }
      return target.value < level.availability
        ? fail(
            `The availability target is ${target.value} %, below the ${level.availability} % of ${level.title}.`,
          )
        : pass(
            `The availability target is ${target.value} %, and ${level.title} asks for ${level.availability} %.`,
          );
    },
  }),

  builtIn({
    id: 'service-level-support-hours',
    title: 'Support hours',
    description:
      'Users must know when somebody answers. Passes when support hours are set or implied by the service tier, and are not shorter than those of the tier.',
    facet: 'serviceLevel',
    weight: 1,
    clauses: sms('8.3.3', '8.6.1'),
    fields: ['serviceLevel.supportHours'],
    basis: ['serviceLevel.tier'],
    remedy:
      'Set the service tier; extend the support hours, or leave them to the tier.',
    expected({ entity: { profile }, vocabulary }) {
      const tier = findLevel(
        vocabulary,
        'serviceTier',
        profile.serviceLevel.tier?.value,
      );
      return tier
        ? `Support is at least ${titleOf(
            vocabulary,
            'supportHours',
            tier.supportHours,
          )}.`
        : 'Support hours are set, and no shorter than those of the service tier.';
    },
    judge({ entity: { profile }, vocabulary }) {
      const { supportHours: hours, tier } = profile.serviceLevel;
      const level = findLevel(vocabulary, 'serviceTier', tier?.value);
      const words = (id: string) => titleOf(vocabulary, 'supportHours', id);
      if (!hours) {
        return unknown('No support hours are declared.');
      }
      if (!level) {
        return unknown(
          `Support is ${words(
            hours.value,
          )}, and no service tier is declared to compare with.`,
        );
      }
      const demand = (id: string) => demandOf(vocabulary, 'supportHours', id);
      return demand(hours.value) < demand(level.supportHours)
        ? fail(
            `Support is ${words(hours.value)}, less than the ${words(
              level.supportHours,
            )} of ${level.title}.`,
          )
        : pass(
            `Support is ${words(hours.value)}${byTier(hours, level.title)}.`,
          );
    },
  }),

  builtIn({
    id: 'service-level-sla',
    title: 'Service level agreement',
    description:
      'Important services are agreed with their customers. Passes when the agreement is linked; not needed in the lower half of the service tiers.',
    facet: 'serviceLevel',
    weight: 2,
    clauses: sms('8.3.3'),
    fields: ['serviceLevel.sla'],
    basis: ['serviceLevel.tier'],
    remedy: 'Agree on service levels with the customer and link the agreement.',
    expected: 'A service level agreement is linked.',
    judge({ entity: { profile }, vocabulary }) {
      const { sla, tier } = profile.serviceLevel;
      if (sla) {
        return pass('A service level agreement is linked.');
      }
      if (tier && !isInUpperHalf(vocabulary, 'serviceTier', tier.value)) {
        return notApplicable(
          `${titleOf(
            vocabulary,
            'serviceTier',
            tier.value,
          )} needs no service level agreement.`,
        );
      }
      return unknown('No service level agreement is linked.');
    },
  }),

  builtIn({
    id: 'service-level-reviewed',
    title: 'Service level reviewed',
    description:
      'What was agreed years ago may no longer be what is needed. Passes when the service level was confirmed recently enough.',
    facet: 'serviceLevel',
    weight: 1,
    clauses: sms('8.3.3'),
    fields: ['serviceLevel.reviewedOn'],
    remedy: 'Confirm tier, targets and agreement, and set the date.',
    expected: ({ vocabulary }) =>
      `The service level was reviewed within ${inWords(
        vocabulary.reviewEvery,
      )}.`,
    judge({ entity: { profile }, vocabulary, today }) {
      const { reviewedOn } = profile.serviceLevel;
      return reviewedOn
        ? judgeRecency({
            what: 'The service level was last reviewed',
            on: reviewedOn.value,
            every: vocabulary.reviewEvery,
            today,
          })
        : unknown('No review of the service level is declared.');
    },
  }),
];
