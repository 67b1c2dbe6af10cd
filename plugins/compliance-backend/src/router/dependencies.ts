import { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Router } from 'express';
import { ComplianceConfig } from '../config/types';
import { AccessControl } from '../permissions/AccessControl';
import { profileNotFound } from '../permissions/notFound';
import { DependencyReader } from '../reporting/DependencyReader';

export function addDependencyRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    config: ComplianceConfig;
    access: AccessControl;
    dependencies: DependencyReader;
  },
): void {
  const { httpAuth, config, access, dependencies } = options;

  router.get(
    '/entities/:kind/:namespace/:name/dependencies',
    async (req, res) => {
      const { kind, namespace, name } = req.params;
      const entityRef = stringifyEntityRef({ kind, namespace, name });
      const credentials = await httpAuth.credentials(req);
      const found = (await access.mayRead(entityRef, credentials))
        ? await dependencies.read(entityRef, {
            access: await access.accessOf(credentials),
            depth: Number(req.query.depth ?? config.supplierRisk.depth),
          })
        : undefined;
      if (!found) {
        throw profileNotFound(entityRef);
      }
      res.json(found);
    },
  );
}
