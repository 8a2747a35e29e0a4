import { join } from 'node:path';
import { repositoryRoot } from './paths.ts';
import { takePictures } from './pictures/take.ts';

/** Renews the pictures of the documentation. */
await takePictures(join(repositoryRoot(), 'docs', 'images'));
