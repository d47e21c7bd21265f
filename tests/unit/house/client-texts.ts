import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { projectFile, sourceFiles } from './source-files';

/** What runs in the browser under one file of Next's routes, and what of the texts it is given there. */
export interface Route {
  /** Path of the file from the project's root. */
  readonly file: string;
  /** Texts that its client components ask for: a key, or the part of the tree from which keys are made up. */
  readonly asked: readonly string[];
  /** What its `ClientMessages` give, or those of the layout above it. */
  readonly given: readonly string[];
  /** What its own `ClientMessages` give; null where it has none. */
  readonly own: readonly string[] | null;
}

const ROUTE_FILE = /\/(page|layout|error|not-found|loading|template)\.tsx$/;
const sources = new Map<string, ts.SourceFile>();

/** Every file of Next's routes below a folder with what its client components ask for and are given. */
export function routesBelow(folder: string): Route[] {
  const files = sourceFiles(folder)
    .map(({ path: name }) => name)
    .filter((name) => ROUTE_FILE.test(name));
  return files.map((file) => ({
    file,
    asked: askedBelow(file),
    given: givenTo(file) ?? [],
    own: givenIn(file),
  }));
}

function askedBelow(entry: string): string[] {
  const closure = [...clientRoots(entry)].reduce(
    (all, root) => reach(root, (name) => directive(name) !== 'use server', all),
    new Set<string>(),
  );
  return [...new Set([...closure].flatMap(textsOf))].sort();
}

/** The client components that a route file reaches through what runs on the server. */
function clientRoots(entry: string): Set<string> {
  if (directive(entry) === 'use client') return new Set([entry]);
  const onServer = reach(entry, (name) => directive(name) === null && !name.startsWith('server/'));
  const found = [...onServer].flatMap((name) => importsOf(name));
  return new Set(found.filter((name) => directive(name) === 'use client'));
}

function reach(from: string, enters: (name: string) => boolean, seen = new Set<string>()): Set<string> {
  if (seen.has(from) || !enters(from)) return seen;
  seen.add(from);
  for (const name of importsOf(from)) reach(name, enters, seen);
  return seen;
}

function givenTo(file: string): string[] | null {
  const own = givenIn(file);
  if (own !== null) return own;
  const folder = path.dirname(file);
  const layout = path.join(folder, 'layout.tsx');
  if (layout !== file && existsSync(projectFile(layout))) return givenTo(layout);
  const above = path.join(path.dirname(folder), 'layout.tsx');
  return folder === 'app' || folder === '.' ? null : givenTo(above);
}

/** The texts named in the `ClientMessages` of a file; null where it has none. */
function givenIn(file: string): string[] | null {
  if (!existsSync(projectFile(file))) return null;
  const found: string[] = [];
  let any = false;
  visit(sourceOf(file), (node) => {
    if (!ts.isJsxOpeningElement(node) || node.tagName.getText() !== 'ClientMessages') return;
    any = true;
    visit(node.attributes, (inner) => {
      if (ts.isStringLiteral(inner)) found.push(inner.text);
    });
  });
  return any ? found : null;
}

/** The texts a module asks for: `t('a.b')` of `useTranslations('x')` is `x.a.b`, and a key made up after `a.` is `x.a`. */
function textsOf(file: string): string[] {
  const found: string[] = [];
  const source = sourceOf(file);
  visit(source, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText(source) !== 'useTranslations') return;
    const [argument] = node.arguments;
    const root = argument && ts.isStringLiteral(argument) ? argument.text : '';
    const { parent } = node;
    // `useTranslations('x')('key')`
    if (ts.isCallExpression(parent) && parent.expression === node) return found.push(...keysOf(parent, root));
    if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return found.push(root);
    found.push(...usesOf(parent, parent.name.text, root));
  });
  return found;
}

function usesOf(declaration: ts.VariableDeclaration, name: string, root: string): string[] {
  const found: string[] = [];
  const scope = functionAround(declaration);
  visit(scope, (node) => {
    if (!ts.isIdentifier(node) || node.text !== name || node === declaration.name) return;
    if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) return;
    if (declaredIn(node, name, scope)) return;
    const called = ts.isPropertyAccessExpression(node.parent) ? node.parent : node;
    const call = called.parent;
    const isCalled = ts.isCallExpression(call) && call.expression === called;
    found.push(...(isCalled ? keysOf(call, root) : [root]));
  });
  return found;
}

function keysOf(call: ts.CallExpression, root: string): string[] {
  const [key] = call.arguments;
  const keys = key ? writtenKeys(key) : [''];
  return keys.map((one) => [root, one].filter(Boolean).join('.'));
}

/** The keys an expression can be, each as far as it is written; '' for one that is made up wholly. */
function writtenKeys(key: ts.Expression): string[] {
  if (ts.isStringLiteral(key) || ts.isNoSubstitutionTemplateLiteral(key)) return [key.text];
  if (ts.isParenthesizedExpression(key)) return writtenKeys(key.expression);
  if (ts.isConditionalExpression(key)) return [...writtenKeys(key.whenTrue), ...writtenKeys(key.whenFalse)];
  if (ts.isTemplateExpression(key)) return [key.head.text.split('.').slice(0, -1).join('.')];
  return [''];
}

function functionAround(node: ts.Node): ts.Node {
  let around: ts.Node = node;
  while (!ts.isSourceFile(around) && !ts.isFunctionLike(around)) around = around.parent;
  return around;
}

/** Whether a function inside `scope` declares the name anew around this node. */
function declaredIn(node: ts.Node, name: string, scope: ts.Node): boolean {
  for (let around = functionAround(node); around !== scope; around = functionAround(around.parent)) {
    if (ts.isSourceFile(around)) return true;
    let declared = false;
    visit(around, (inner) => {
      const declares = ts.isVariableDeclaration(inner) || ts.isParameter(inner);
      if (declares && ts.isIdentifier(inner.name) && inner.name.text === name) declared = true;
    });
    if (declared) return true;
  }
  return false;
}

function directive(file: string): string | null {
  const [first] = sourceOf(file).statements;
  if (!first || !ts.isExpressionStatement(first) || !ts.isStringLiteral(first.expression)) return null;
  return first.expression.text;
}

/** The modules of the project that a file imports for more than their types, also those that come later by `import()`. */
function importsOf(file: string): string[] {
  const found: string[] = [];
  visit(sourceOf(file), (node) => {
    if (ts.isImportDeclaration(node) && !isTypeOnly(node.importClause)) {
      found.push(...resolved(file, node.moduleSpecifier));
    }
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && !node.isTypeOnly) {
      found.push(...resolved(file, node.moduleSpecifier));
    }
    const [argument] = ts.isCallExpression(node) ? node.arguments : [];
    if (argument && ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      found.push(...resolved(file, argument));
    }
  });
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const { namedBindings } = clause;
  if (clause.name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every((element) => element.isTypeOnly);
}

function resolved(from: string, specifier: ts.Expression): string[] {
  if (!ts.isStringLiteral(specifier) || !/^(@\/|\.)/.test(specifier.text)) return [];
  const { text } = specifier;
  const base = text.startsWith('@/') ? text.slice(2) : path.join(path.dirname(from), text);
  const names = [`${base}.ts`, `${base}.tsx`];
  return names.filter((name) => existsSync(projectFile(name)));
}

function sourceOf(file: string): ts.SourceFile {
  const known = sources.get(file);
  if (known) return known;
  const text = readFileSync(projectFile(file), 'utf8');
  const made = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  sources.set(file, made);
  return made;
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}
