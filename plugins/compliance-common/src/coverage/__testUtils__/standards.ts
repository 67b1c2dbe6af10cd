import { CheckDefinition } from '../../checks';
import { Crosswalk, defineStandard, Relationship } from '../../standards';

/** Service management: four clauses, of which 3 is for the organisation. */
export const services = defineStandard({
  id: 'services',
  title: 'Services',
  managementSystem: 'sms',
  clauses: [
    { id: '1', title: 'Operation' },
    { id: '1.1', title: 'Running' },
    { id: '1.1.1', title: 'Incidents', evidence: 'service' },
    { id: '1.1.1.1', title: 'Urgent ones' },
    { id: '1.1.2', title: 'Changes', evidence: 'service' },
    { id: '2', title: 'Continuity', evidence: 'service' },
    { id: '3', title: 'Policy' },
  ],
});

/** Information security: two clauses, and three controls in a theme. */
export const security = defineStandard({
  id: 'security',
  title: 'Security',
  managementSystem: 'isms',
  themes: [{ id: 'A.1', title: 'Organisational' }],
  clauses: [
    { id: '1', title: 'Policy' },
    { id: '2', title: 'Risks' },
    { id: 'A.1.1', title: 'Events', kind: 'control', evidence: 'service' },
    { id: 'A.1.2', title: 'Disruption', kind: 'control', evidence: 'service' },
    { id: 'A.1.3', title: 'Contacts', kind: 'control' },
  ],
});

/** A third standard, which nothing but relations can show. */
export const privacy = defineStandard({
  id: 'privacy',
  title: 'Privacy',
  managementSystem: 'isms',
  clauses: [{ id: '1', title: 'Breaches', evidence: 'service' }],
});

/** A crosswalk of relations written as `<source> <relationship> <target>`. */
export function crosswalkOf(
  [source, target]: readonly [{ id: string }, { id: string }],
  ...relations: (string | [relation: string, theme: string])[]
): Crosswalk {
  return {
    id: `${source.id}-to-${target.id}`,
    source: source.id,
    target: target.id,
    status: 'draft',
    relations: relations.map(entry => {
      const [relation, theme] =
        typeof entry === 'string' ? [entry, 'incident'] : entry;
      const [from, relationship, to] = relation.split(' ');
      return {
        source: from,
        target: to,
        relationship: relationship as Relationship,
        theme,
      };
    }),
  };
}

/** A check that is evidence for clauses written as `<standard> <number>`. */
export function supports(
  id: string,
  ...clauses: string[]
): Pick<CheckDefinition, 'id' | 'clauses'> {
  return {
    id,
    clauses: clauses.map(text => {
      const [standard, clause] = text.split(' ');
      return { standard, clause };
    }),
  };
}
