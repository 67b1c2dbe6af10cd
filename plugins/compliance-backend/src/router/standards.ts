import { NotFoundError } from '@backstage/errors';
import {
  Standard,
  StandardResponse,
  StandardsResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Router } from 'express';
import { Rules } from '../checks/Rules';
import { StandardCatalog } from '../standards/StandardCatalog';
import { supportedClauses } from '../standards/supportedClauses';

/** @throws NotFoundError naming those that there are */
export function knownStandard(
  { standards }: Pick<StandardCatalog, 'standards'>,
  id: string,
): Standard {
  const standard = standards.find(other => other.id === id);
  if (!standard) {
    const known = standards.map(other => other.id).join(', ');
    throw new NotFoundError(`No standard '${id}', expected one of ${known}`);
  }
  return standard;
}

export function addStandardRoutes(
  router: Router,
  options: { rules: Rules; standards: StandardCatalog },
): void {
  const { rules, standards } = options;

  const numberOf = ({ clauses }: Standard, kind: 'clause' | 'control') =>
    clauses.filter(clause => clause.kind === kind).length;

  router.get('/standards', (_req, res) => {
    const response: StandardsResponse = {
      items: standards.standards.map(standard => ({
        id: standard.id,
        title: standard.title,
        managementSystem: standard.managementSystem,
        clauses: numberOf(standard, 'clause'),
        controls: numberOf(standard, 'control'),
      })),
    };
    res.json(response);
  });

  router.get('/standards/:id', (req, res) => {
    const { id } = req.params;
    const standard = knownStandard(standards, id);
    const response: StandardResponse = {
      id,
      title: standard.title,
      managementSystem: standard.managementSystem,
      themes: standard.themes,
      clauses: supportedClauses(standard, rules.checks),
      crosswalks: standards.crosswalks.filter(
        ({ source, target }) => source === id || target === id,
      ),
    };
    res.json(response);
  });
}
