import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import { AccessControl } from '../permissions/AccessControl';
import { Ownership } from '../permissions/Ownership';
import { TodoReader } from '../reporting/TodoReader';

export function addTodoRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: AccessControl;
    ownership: Ownership;
    todo: TodoReader;
  },
): void {
  const { httpAuth, access, ownership, todo } = options;

  router.get('/todo', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(
      await todo.read({
        ownerRefs: await ownership.refsOf(credentials),
        access: await access.accessOf(credentials),
        today: new Date().toISOString().slice(0, 10),
      }),
    );
  });
}
