import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import { AccessControl } from '../permissions/AccessControl';
import { SupplierReader } from '../reporting/SupplierReader';
import { supplierOrderFields } from '../reporting/supplierOrder';
import { readOrder } from './readOrder';

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : undefined;

export function addSupplierRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: AccessControl;
    suppliers: SupplierReader;
  },
): void {
  const { httpAuth, access, suppliers } = options;

  router.get('/suppliers', async (req, res) => {
    const { fullText, order, limit, cursor } = req.query;
    const credentials = await httpAuth.credentials(req);
    res.json(
      await suppliers.query(
        {
          fullText: textOf(fullText)?.trim() || undefined,
          order: readOrder(order, supplierOrderFields),
          limit: Number(limit),
          cursor: textOf(cursor),
        },
        await access.accessOf(credentials),
      ),
    );
  });
}
