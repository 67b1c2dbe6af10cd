import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  const environment = process.env;

  beforeEach(() => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Larkfield Bank' },
            backend: { baseUrl: 'http://localhost:7007' },
            auth: { providers: {} },
          },
          context: 'test',
        },
      ] as unknown as string,
    };
  });

  afterEach(() => {
    process.env = environment;
  });

  it('offers to sign in as a guest', async () => {
    render(App.createRoot());
    expect(await screen.findByText('Guest')).toBeInTheDocument();
  });
});
