import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import { LabelReader } from '../labels/LabelReader';

export function addLabelRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; labels: LabelReader },
): void {
  const { httpAuth, labels } = options;

  router.get('/labels', async (req, res) => {
    // The labels of all entities, whoever may see them.
    await httpAuth.credentials(req, { allow: ['service'] });
    const { after, limit } = req.query;
    res.json(await labels.read({ after: Number(after), limit: Number(limit) }));
  });
}
