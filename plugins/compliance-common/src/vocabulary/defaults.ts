import { Level, Vocabulary } from './types';

const classification: Level[] = [
  {
    id: 'public',
    title: 'Public',
    description: 'Meant for everybody; disclosure does no harm.',
  },
  {
    id: 'internal',
    title: 'Internal',
    description: 'For everybody inside; disclosure is an embarrassment.',
  },
  {
    id: 'confidential',
    title: 'Confidential',
    description:
      'For named groups; disclosure harms customers or the business.',
  },
  {
    id: 'restricted',
    title: 'Restricted',
    description: 'For named people; disclosure causes grave or lasting harm.',
  },
];

/**
 * The data access scale is the classification scale with `none` below it, so
 * that a supplier's access compares with what its consumers process.
 *
 * @public
 */
export function dataAccessScale(classifications: Level[]): Level[] {
  return [
    {
      id: 'none',
      title: 'No access',
      description: 'The supplier never sees our information.',
    },
    ...classifications.map(({ id, title }) => ({
      id,
      title: `Up to ${title.toLocaleLowerCase('en')}`,
      description: `The supplier may see information classified ${title.toLocaleLowerCase(
        'en',
      )} or lower.`,
    })),
  ];
}

/**
 * Starting points, to be adapted under `compliance.vocabulary` in app-config.
 *
 * @public
 */
export const defaultVocabulary: Vocabulary = {
  ciaMaximum: 4,
  reviewEvery: 'P1Y',
  scales: {
    serviceTier: [
      {
        id: 'tier-0',
        title: 'Tier 0',
        description: 'Everything else depends on it.',
        availability: 99.99,
        supportHours: '24x7',
      },
      {
        id: 'tier-1',
        title: 'Tier 1',
        description: 'Customers notice an outage at once.',
        availability: 99.95,
        supportHours: '24x7',
      },
      {
        id: 'tier-2',
        title: 'Tier 2',
        description: 'Important; an outage of hours is bearable.',
        availability: 99.9,
        supportHours: '16x5',
      },
      {
        id: 'tier-3',
        title: 'Tier 3',
        description: 'Supports daily work; an outage of a day is bearable.',
        availability: 99.5,
        supportHours: '8x5',
      },
      {
        id: 'tier-4',
        title: 'Tier 4',
        description: 'Convenience, experiments and internal tools.',
        availability: 99,
        supportHours: 'best-effort',
      },
    ],
    supportHours: [
      {
        id: '24x7',
        title: '24x7',
        description: 'Around the clock, every day.',
      },
      {
        id: '16x5',
        title: '16x5',
        description: 'Sixteen hours on working days.',
      },
      { id: '8x5', title: '8x5', description: 'Office hours on working days.' },
      {
        id: 'best-effort',
        title: 'Best effort',
        description: 'No promised hours.',
      },
    ],
    classification,
    personalData: [
      {
        id: 'none',
        title: 'None',
        description: 'No information about people.',
      },
      {
        id: 'pii',
        title: 'Personal data',
        description: 'Information about identified or identifiable people.',
      },
      {
        id: 'special-category',
        title: 'Special category',
        description: 'Health, beliefs, biometrics and the like.',
      },
    ],
    continuityTier: [
      {
        id: 'tier-1',
        title: 'Tier 1',
        description: 'Back within the hour.',
        rto: 'PT1H',
        rpo: 'PT15M',
        mtpd: 'PT4H',
        testEvery: 'P6M',
      },
      {
        id: 'tier-2',
        title: 'Tier 2',
        description: 'Back within half a working day.',
        rto: 'PT4H',
        rpo: 'PT1H',
        mtpd: 'P1D',
        testEvery: 'P1Y',
      },
      {
        id: 'tier-3',
        title: 'Tier 3',
        description: 'Back the next day.',
        rto: 'P1D',
        rpo: 'P1D',
        mtpd: 'P3D',
        testEvery: 'P1Y',
      },
      {
        id: 'tier-4',
        title: 'Tier 4',
        description: 'Back within the week.',
        rto: 'P3D',
        rpo: 'P1D',
        mtpd: 'P7D',
        testEvery: 'P2Y',
      },
    ],
    testKind: [
      {
        id: 'tabletop',
        title: 'Tabletop',
        description: 'The plan was talked through.',
      },
      {
        id: 'restore',
        title: 'Restore',
        description: 'Data was restored from a backup.',
      },
      {
        id: 'failover',
        title: 'Failover',
        description: 'Traffic was moved to the standby.',
      },
      {
        id: 'live',
        title: 'Live',
        description: 'A real disruption exercised the plan.',
      },
    ],
    testResult: [
      {
        id: 'passed',
        title: 'Passed',
        description: 'Every objective was met.',
      },
      {
        id: 'partial',
        title: 'Partly passed',
        description: 'Some objectives were missed.',
      },
      {
        id: 'failed',
        title: 'Failed',
        description: 'The service could not be recovered as planned.',
      },
    ],
    supplierKind: [
      { id: 'external', title: 'External', description: 'Another company.' },
      {
        id: 'internal',
        title: 'Internal',
        description: 'Another part of the organisation.',
      },
      {
        id: 'customer-as-supplier',
        title: 'Customer as supplier',
        description: 'A customer who also delivers a part of the service.',
      },
    ],
    criticality: [
      {
        id: 'critical',
        title: 'Critical',
        description: 'Without it we cannot operate.',
        assessEvery: 'P6M',
      },
      {
        id: 'high',
        title: 'High',
        description: 'Without it customers are affected.',
        assessEvery: 'P1Y',
      },
      {
        id: 'medium',
        title: 'Medium',
        description: 'Without it work slows down.',
        assessEvery: 'P1Y',
      },
      {
        id: 'low',
        title: 'Low',
        description: 'Without it little changes.',
        assessEvery: 'P2Y',
      },
    ],
    risk: [
      {
        id: 'low',
        title: 'Low',
        description: 'Acceptable without further treatment.',
      },
      {
        id: 'medium',
        title: 'Medium',
        description: 'Acceptable while it is watched.',
      },
      {
        id: 'high',
        title: 'High',
        description: 'Acceptable only with a treatment plan.',
      },
      {
        id: 'critical',
        title: 'Critical',
        description: 'Not acceptable.',
      },
    ],
    dataAccess: dataAccessScale(classification),
    substitutability: [
      {
        id: 'easy',
        title: 'Easy',
        description: 'Replaced within weeks.',
      },
      {
        id: 'medium',
        title: 'Medium',
        description: 'Replaced within months.',
      },
      {
        id: 'complex',
        title: 'Complex',
        description: 'Replaced within years or at great cost.',
      },
      {
        id: 'none',
        title: 'None',
        description: 'There is no alternative.',
      },
    ],
    scope: [
      {
        id: 'in',
        title: 'In scope',
        description: 'Part of the management system.',
      },
      {
        id: 'out',
        title: 'Out of scope',
        description: 'Not part of the management system, for a stated reason.',
      },
    ],
    dependencies: [
      {
        id: 'none',
        title: 'None',
        description: 'It was checked that nothing else is needed to run.',
      },
    ],
  },
};
