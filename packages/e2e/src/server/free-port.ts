import { createServer, type AddressInfo } from 'node:net';

/** A port on this machine that nothing listens on, or the wished one when it is free. */
export async function freePort(wished = 0): Promise<number> {
  const port = await tryPort(wished);
  return port ?? (await freePort());
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(port, '127.0.0.1', () => {
      const { port: found } = server.address() as AddressInfo;
      server.close(() => resolve(found));
    });
  });
}
