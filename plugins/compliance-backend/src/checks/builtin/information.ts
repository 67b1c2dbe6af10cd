import {
  CheckFacts,
  RelatedEntity,
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
import { judgeRecency } from './dates';
import { demandOf, isInUpperHalf } from './scales';
import {
  inWords,
  mention,
  Mention,
  nameOf,
  naming,
  titleOf,
  undeclared,
} from './words';

/** Judges what is missing where only sensitive information needs it. */
function judgeMissing(facts: CheckFacts, finding: string): Judgement {
  const { entity, vocabulary } = facts;
  const classification = entity.profile.information.classification?.value;
  return classification &&
    !isInUpperHalf(vocabulary, 'classification', classification)
    ? notApplicable(
        `Not needed for information classified ${titleOf(
          vocabulary,
          'classification',
          classification,
        )}.`,
      )
    : unknown(finding);
}

/** Whether the information of another entity flows into this one. */
const isSource = ({ facts }: RelatedEntity) =>
  !facts ||
  (!facts.isSupplier &&
    (facts.facets.includes('information') ||
      facts.profile.information.classification !== undefined));

/** What information is processed and how it must be protected. */
export const informationChecks = [
  builtIn({
    id: 'information-classified',
    title: 'Classification',
    description:
      'The classification decides how information must be protected. Passes when it is set.',
    facet: 'information',
    weight: 3,
    clauses: [...sms('8.2.5', '8.7.3'), ...isms('A.5.12', 'A.5.9')],
    fields: ['information.classification'],
    remedy: 'Classify the most sensitive information that is processed.',
    expected: 'The information is classified.',
    judge({ entity: { profile }, vocabulary }) {
      const classification = profile.information.classification?.value;
      return classification
        ? pass(
            `The information is classified ${titleOf(
              vocabulary,
              'classification',
              classification,
            )}.`,
          )
        : unknown('No classification is declared.');
    },
  }),

  builtIn({
    id: 'information-protection-needs',
    title: 'Protection needs',
    description:
      'Sensitive information needs more than a classification. Passes when confidentiality, integrity and availability are rated and personal data is declared; not needed in the lower half of the classifications.',
    facet: 'information',
    weight: 2,
    clauses: [...sms('8.7.3'), ...isms('A.5.12', 'A.5.34')],
    fields: ['information.cia', 'information.personalData'],
    basis: ['information.classification'],
    remedy:
      'Rate what harm a loss of confidentiality, integrity and availability does, and state whether information about people is processed.',
    expected:
      'Confidentiality, integrity and availability are rated, and personal data is declared.',
    judge(facts) {
      const { cia, personalData } = facts.entity.profile.information;
      if (cia && personalData) {
        return pass(
          'Protection needs are rated and personal data is declared.',
        );
      }
      return judgeMissing(
        facts,
        undeclared([
          !cia && 'rating of confidentiality, integrity and availability',
          !personalData && 'statement about personal data',
        ]),
      );
    },
  }),

  builtIn({
    id: 'information-owner',
    title: 'Information owner',
    description:
      'Somebody must decide who may use sensitive information. Passes when an information owner is set; not needed in the lower half of the classifications.',
    facet: 'information',
    weight: 2,
    clauses: [...sms('8.2.5'), ...isms('A.5.9', 'A.5.2')],
    fields: ['information.owner'],
    basis: ['information.classification'],
    remedy: 'Name the group or user who decides who may use the information.',
    expected: 'An information owner is set.',
    judge(facts) {
      const { owner } = facts.entity.profile.information;
      return owner
        ? pass(`The information is owned by ${owner.value}.`)
        : judgeMissing(facts, 'No information owner is declared.');
    },
  }),

  builtIn({
    id: 'information-residency',
    title: 'Data residency',
    description:
      'Where personal data is stored decides which law applies. Passes when the countries are declared; not needed without personal data.',
    facet: 'information',
    weight: 2,
    clauses: [...sms('8.7.3'), ...isms('A.5.34')],
    fields: ['information.residency'],
    basis: ['information.personalData'],
    remedy: 'List the countries in which the information is stored.',
    expected: 'The countries in which personal data is stored are declared.',
    judge({ entity: { profile }, vocabulary }) {
      const { residency, personalData } = profile.information;
      if (residency) {
        return pass(
          `The information is stored in ${residency.value.join(', ')}.`,
        );
      }
      if (!personalData) {
        return unknown(
          'Neither personal data nor the countries of storage are declared.',
        );
      }
      return demandOf(vocabulary, 'personalData', personalData.value) === 0
        ? notApplicable('No personal data is processed.')
        : unknown('Personal data is processed, but not declared where.');
    },
  }),

  builtIn({
    id: 'information-covers-dependencies',
    title: 'Classified as high as what it consumes',
    description:
      'Who consumes information must protect it as well as its source does. Passes when it is classified at least as high as everything it depends on or consumes; suppliers are judged by their data access instead.',
    facet: 'information',
    weight: 2,
    clauses: [...sms('8.7.3'), ...isms('A.5.12', 'A.5.13')],
    // An API exposes a part of what its provider holds, and may be lower.
    appliesTo: { kind: { $in: ['Component', 'System', 'Resource'] } },
    fields: ['information.classification'],
    remedy:
      'Raise the classification to that of the sources, classify the sources that are not, or stop consuming their information.',
    expected({ entity: { profile }, vocabulary }) {
      const own = profile.information.classification?.value;
      return own
        ? `Nothing that it consumes is classified above ${titleOf(
            vocabulary,
            'classification',
            own,
          )}.`
        : 'Nothing that it consumes is classified higher.';
    },
    judge({ entity: { profile }, dependencies, vocabulary }) {
      const demand = (id: string) => demandOf(vocabulary, 'classification', id);
      const title = (id: string) => titleOf(vocabulary, 'classification', id);
      const sources = dependencies.filter(isSource);
      if (sources.length === 0) {
        return notApplicable('It consumes no information of others.');
      }
      const own = profile.information.classification?.value;
      if (!own) {
        return unknown('No classification is declared to compare with.');
      }
      if (demand(own) === vocabulary.scales.classification.length - 1) {
        return pass(`It is classified ${title(own)}, the highest there is.`);
      }
      const higher: Mention[] = [];
      const unclear: Mention[] = [];
      for (const source of sources) {
        const other = source.facts?.profile.information.classification?.value;
        if (!other) {
          unclear.push(mention(source));
        } else if (demand(other) > demand(own)) {
          higher.push(mention(source, `${nameOf(source)} (${title(other)})`));
        }
      }
      if (higher.length > 0) {
        return naming(higher, names =>
          fail(`It is classified ${title(own)}, lower than ${names}.`),
        );
      }
      return unclear.length > 0
        ? naming(unclear, names =>
            unknown(`No classification is known of ${names}.`),
          )
        : pass(`It is classified ${title(own)}, as high as all it consumes.`);
    },
  }),

  builtIn({
    id: 'information-reviewed',
    title: 'Classification reviewed',
    description:
      'What is processed changes over time. Passes when the classification was confirmed recently enough.',
    facet: 'information',
    weight: 1,
    clauses: [...sms('8.2.5'), ...isms('A.5.12')],
    fields: ['information.reviewedOn'],
    remedy:
      'Confirm classification, protection needs and owner, and set the date.',
    expected: ({ vocabulary }) =>
      `The classification was reviewed within ${inWords(
        vocabulary.reviewEvery,
      )}.`,
    judge({ entity: { profile }, vocabulary, today }) {
      const { reviewedOn } = profile.information;
      return reviewedOn
        ? judgeRecency({
            what: 'The classification was last reviewed',
            on: reviewedOn.value,
            every: vocabulary.reviewEvery,
            today,
          })
        : unknown('No review of the classification is declared.');
    },
  }),
];
