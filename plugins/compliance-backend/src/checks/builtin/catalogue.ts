import {
  builtIn,
  fail,
  isms,
  notApplicable,
  pass,
  sms,
  unknown,
} from './builtIn';
import { enumerate } from './words';

/** Ownership and how the entity stands in the catalogue. */
export const catalogueChecks = [
  builtIn({
    id: 'catalogue-owner',
    title: 'Owner',
    description:
      'Somebody must answer for it. Passes when an owner is set and the catalog has every owner that is named.',
    facet: 'catalogue',
    weight: 3,
    clauses: [...sms('8.2.4'), ...isms('A.5.2', 'A.5.9')],
    remedy:
      'Set spec.owner to the team that is responsible, by the name of a group that the catalog has.',
    expected: 'The owner is a group or user that the catalog has.',
    judge({ entity: { owners, missingOwners } }) {
      if (owners.length === 0) {
        return unknown('No owner is declared.');
      }
      return missingOwners.length > 0
        ? fail(`The catalog has no ${enumerate(missingOwners)}.`)
        : pass(`It is owned by ${enumerate(owners)}.`);
    },
  }),

  builtIn({
    id: 'catalogue-description',
    title: 'Description',
    description:
      'People must understand what it is for. Passes when there is a description.',
    facet: 'catalogue',
    weight: 1,
    clauses: [...sms('8.2.4'), ...isms('A.5.9')],
    remedy:
      'Describe in metadata.description in one or two sentences what it does and for whom.',
    expected: 'A description says what it is for.',
    judge: ({ entity: { description } }) =>
      description?.trim()
        ? pass('There is a description.')
        : unknown('There is no description.'),
  }),

  builtIn({
    id: 'catalogue-lifecycle',
    title: 'Lifecycle',
    description:
      'What is in production is treated differently from what is tried out. Passes when the lifecycle is set.',
    facet: 'catalogue',
    weight: 1,
    clauses: sms('8.2.4'),
    appliesTo: { kind: { $in: ['Component', 'API'] } },
    remedy:
      'Set spec.lifecycle, for example to experimental, production or deprecated.',
    expected: 'The lifecycle is set.',
    judge: ({ entity: { lifecycle } }) =>
      lifecycle
        ? pass(`The lifecycle is ${lifecycle}.`)
        : unknown('No lifecycle is declared.'),
  }),

  builtIn({
    id: 'catalogue-system',
    title: 'System',
    description:
      'The parts of a product are managed together. Passes when it belongs to a system; suppliers belong to none.',
    facet: 'catalogue',
    weight: 1,
    clauses: [...sms('8.2.6'), ...isms('A.5.9')],
    appliesTo: { kind: { $in: ['Component', 'API', 'Resource'] } },
    remedy: 'Set spec.system to the system it is a part of.',
    expected: 'It belongs to a system.',
    judge({ entity: { isSupplier, system } }) {
      if (system) {
        return pass(`It belongs to ${system}.`);
      }
      return isSupplier
        ? notApplicable('Suppliers belong to no system of ours.')
        : unknown('No system is declared.');
    },
  }),

  builtIn({
    id: 'catalogue-dependencies',
    title: 'Dependencies',
    description:
      'Without them nobody can tell what an outage or a change affects. Passes when dependencies are declared, or when it is declared that there are none.',
    facet: 'catalogue',
    weight: 2,
    clauses: [...sms('8.2.6'), ...isms('A.8.9')],
    appliesTo: { kind: 'Component' },
    fields: ['operations.dependencies'],
    remedy:
      'List what it needs in spec.dependsOn and spec.consumesApis, or set compliance/dependencies to none when it needs nothing.',
    expected: 'Dependencies are declared, or declared to be none.',
    judge({ entity: { isSupplier, profile }, dependencies: { length } }) {
      const none = profile.operations.dependencies !== undefined;
      const count = length === 1 ? '1 dependency' : `${length} dependencies`;
      if (length > 0) {
        return none
          ? fail(`It has ${count}, and is declared to have none.`)
          : pass(`It has ${count}.`);
      }
      if (none) {
        return pass('It is declared to have no dependencies.');
      }
      return isSupplier
        ? notApplicable('What a supplier depends on is up to the supplier.')
        : unknown('No dependencies are declared.');
    },
  }),
];
