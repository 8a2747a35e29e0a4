import type { ICredentialDataDecryptedObject, INodeCredentials, INodeCredentialsDetails } from 'n8n-workflow';

/** The credentials a host has saved, by id. */
export class CredentialStore {
  readonly #saved = new Map<string, { type: string; data: ICredentialDataDecryptedObject }>();

  /** Saves a credential and returns the reference that a node keeps of it. */
  save(type: string, data: ICredentialDataDecryptedObject): INodeCredentialsDetails {
    const id = String(this.#saved.size + 1);
    this.#saved.set(id, { type, data: structuredClone(data) });
    return { id, name: `${type} ${id}` };
  }

  /** Saves one credential a type, as the `credentials` of a node. */
  saveAll(credentials: Record<string, ICredentialDataDecryptedObject>): INodeCredentials {
    return Object.fromEntries(
      Object.entries(credentials).map(([type, data]) => [type, this.save(type, data)]),
    );
  }

  read(reference: INodeCredentialsDetails, type: string): ICredentialDataDecryptedObject {
    return structuredClone(this.#find(reference, type).data);
  }

  update(reference: INodeCredentialsDetails, type: string, data: ICredentialDataDecryptedObject): void {
    this.#find(reference, type).data = structuredClone(data);
  }

  #find({ id, name }: INodeCredentialsDetails, type: string) {
    const saved = id === null ? undefined : this.#saved.get(id);
    if (saved?.type !== type)
      throw new Error(`Credential with ID "${id}" (${name}) does not exist for type "${type}".`);
    return saved;
  }
}
