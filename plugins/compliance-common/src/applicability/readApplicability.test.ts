import { ApplicabilityValues, readApplicability } from '.';

const today = '2026-06-15';
const read = (given: unknown, about: 'controls' | 'clauses' = 'controls') =>
  readApplicability(given, { about, today });

const applied: ApplicabilityValues = {
  applicable: true,
  reasons: ['risk-treatment'],
  implementation: 'planned',
};
const link = { url: 'https://wiki.example.com/policy' };

describe('readApplicability', () => {
  it.each<[what: string, given: object, values: ApplicabilityValues]>([
    ['nothing, which is undecided', {}, {}],
    ['an applied control', applied, applied],
    [
      'an excluded control',
      { applicable: false, exclusion: ' No such site.\n ' },
      { applicable: false, exclusion: 'No such site.' },
    ],
    [
      'whatever is known of an undecided control',
      { reasons: ['business-requirement'], exclusion: 'Perhaps.', owner: 'it' },
      {
        reasons: ['business-requirement'],
        exclusion: 'Perhaps.',
        owner: 'group:default/it',
      },
    ],
    [
      'reasons in one order, each once',
      {
        ...applied,
        reasons: [
          'business-requirement',
          'risk-treatment',
          'business-requirement',
        ],
      },
      { ...applied, reasons: ['risk-treatment', 'business-requirement'] },
    ],
    [
      'lists without items as unset',
      { applicable: false, exclusion: 'None.', reasons: [], links: [] },
      { applicable: false, exclusion: 'None.' },
    ],
    [
      'owner, links and review',
      {
        ...applied,
        owner: 'User:default/Kim',
        links: [{ ...link, title: ' Policy ' }, link],
        reviewedOn: today,
      },
      {
        ...applied,
        owner: 'user:default/kim',
        links: [{ ...link, title: 'Policy' }, link],
        reviewedOn: today,
      },
    ],
    [
      'texts as long as they may be',
      { applicable: false, exclusion: 'x'.repeat(2000) },
      { applicable: false, exclusion: 'x'.repeat(2000) },
    ],
    [
      'as many links as there may be',
      { links: Array(20).fill({ ...link, title: 'x'.repeat(200) }) },
      { links: Array(20).fill({ ...link, title: 'x'.repeat(200) }) },
    ],
  ])('reads %s', (_, given, values) => {
    expect(read(given)).toEqual({ values, errors: [] });
  });

  it.each<[given: unknown, field: string, message: string]>([
    [undefined, '', 'expected an object with values'],
    [[], '', 'expected an object with values'],
    ['no', '', 'expected an object with values'],
    [{ ...applied, applicable: 'yes' }, 'applicable', 'expected true or false'],
    [{ ...applied, applicable: null }, 'applicable', 'expected true or false'],
    [
      { ...applied, status: 'x' },
      'status',
      'expected one of the fields applicable, reasons,',
    ],
    [
      { ...applied, reasons: undefined },
      'reasons',
      'expected at least one reason why it is applied: risk-treatment,',
    ],
    [{ ...applied, reasons: [] }, 'reasons', 'expected at least one reason'],
    [
      { ...applied, reasons: 'risk-treatment' },
      'reasons',
      'expected a list of reasons',
    ],
    [
      { ...applied, reasons: ['risk'] },
      'reasons',
      'expected one of risk-treatment, legal-or-contractual, business-requirement',
    ],
    [
      { ...applied, implementation: undefined },
      'implementation',
      'expected how far it is implemented: not-started, planned, partial, implemented',
    ],
    [
      { ...applied, implementation: 'done' },
      'implementation',
      'expected one of not-started,',
    ],
    [
      { ...applied, exclusion: 'No.' },
      'exclusion',
      'expected nothing, because the control is applicable',
    ],
    [
      { applicable: false },
      'exclusion',
      'expected the reason why it is excluded',
    ],
    [
      { applicable: false, exclusion: ' ' },
      'exclusion',
      'expected a text of at most 2,000 characters',
    ],
    [
      { applicable: false, exclusion: 'x'.repeat(2001) },
      'exclusion',
      'expected a text of at most 2,000 characters',
    ],
    [
      { applicable: false, exclusion: 'No.', reasons: ['risk-treatment'] },
      'reasons',
      'expected nothing, because the control is excluded',
    ],
    [
      { applicable: false, exclusion: 'No.', implementation: 'planned' },
      'implementation',
      'expected nothing, because the control is excluded',
    ],
    [
      { owner: 'component:default/x' },
      'owner',
      'expected a user or group, such as',
    ],
    [{ owner: 'a b' }, 'owner', 'expected a user or group, such as'],
    [{ owner: 7 }, 'owner', 'expected a user or group, such as'],
    [
      { reviewedOn: '2026-02-30' },
      'reviewedOn',
      'expected an existing date written YYYY-MM-DD',
    ],
    [
      { reviewedOn: '2026-06-16' },
      'reviewedOn',
      'expected a date up to today, 2026-06-15',
    ],
    [{ links: link }, 'links', 'expected a list of at most 20 links'],
    [
      { links: Array(21).fill(link) },
      'links',
      'expected a list of at most 20 links',
    ],
    [
      { handledBy: 'Acme' },
      'handledBy',
      'expected nothing, because a control is applied or excluded',
    ],
  ])('refuses %j', (given, field, message) => {
    expect(read(given).errors).toEqual([
      expect.objectContaining({
        field,
        message: expect.stringContaining(message),
      }),
    ]);
  });

  it.each<[item: unknown, path: (string | number)[], message: string]>([
    [
      { url: 'mailto:kim@example.com' },
      [0, 'url'],
      'expected an http or https',
    ],
    [{ url: 'ftp://example.com' }, [0, 'url'], 'expected an http or https'],
    [{ url: 'wiki' }, [0, 'url'], 'expected an http or https'],
    [{ title: 'Policy' }, [0, 'url'], 'expected an http or https'],
    [{ ...link, title: '' }, [0, 'title'], 'one line of at most 200'],
    [{ ...link, title: 'a\nb' }, [0, 'title'], 'one line of at most 200'],
    [{ ...link, title: 'x'.repeat(201) }, [0, 'title'], 'at most 200'],
    [{ ...link, href: 'x' }, [0], 'expected a link with url and'],
    ['https://example.com', [0], 'expected a link with url and'],
  ])('refuses the link %j', (item, path, message) => {
    expect(read({ links: [item] }).errors).toEqual([
      { field: 'links', path, message: expect.stringContaining(message) },
    ]);
  });

  it('reports all that is wrong at once', () => {
    const { errors } = read({
      applicable: true,
      implementation: 'done',
      exclusion: 'No.',
      owner: '?',
      reviewedOn: '2027-01-01',
    });
    expect(errors.map(({ field }) => field).sort()).toEqual([
      'exclusion',
      'implementation',
      'owner',
      'reasons',
      'reviewedOn',
    ]);
  });

  it('reads who handles a clause, and nothing else', () => {
    expect(read({ handledBy: ' Acme ' }, 'clauses')).toEqual({
      values: { handledBy: 'Acme' },
      errors: [],
    });
    expect(read({}, 'clauses')).toEqual({ values: {}, errors: [] });
    expect(
      read({ applicable: false, exclusion: 'No.', handledBy: '' }, 'clauses')
        .errors,
    ).toEqual([
      expect.objectContaining({
        field: 'handledBy',
        message: 'expected one line of at most 200 characters',
      }),
      expect.objectContaining({
        field: 'applicable',
        message: expect.stringContaining('a clause always applies'),
      }),
      expect.objectContaining({ field: 'exclusion' }),
    ]);
  });
});
