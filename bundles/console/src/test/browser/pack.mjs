// A small verification pack: it remarks on one made-up cargo only, so it changes nothing for others.
import { zip } from './zip.mjs'

const CARGO = 'console-test-cargo'

const descriptor = (version) => `id: test.console
version: ${version}
kind: verification
title: {zh: 控制台测试, en: Console test}
policy: 控制台测试
region: "000000"
validFrom: 2020-01-01
owner: {name: test, contact: test}
`

const rule = `package qingmen.test.console;

import org.qingmen.spi.facts.Outcome;
import org.qingmen.spi.facts.Passage;

global Outcome outcome;

rule "console test"
  @code("test.console")
  @clause("控制台测试")
  @zh("控制台测试货物")
  @en("cargo of the console's test")
when
  Passage(cargo == "${CARGO}")
then
  outcome.find(drools, "info", "/cargo/name");
end
`

const cases = `- case: 测试货物得到一条提示
  given: {cargo: ${CARGO}}
  expect: {findings: [test.console]}
- case: 其他货物没有提示
  given: {cargo: 铁矿石}
  expect: {findings: []}
`

export function goodPack(version) {
  return zip({ 'pack.yaml': descriptor(version), 'rules/console.drl': rule, 'cases/console.yaml': cases })
}

/** The same without the clause that every rule must name. */
export function packWithoutClause(version) {
  const broken = rule.replace(/^ *@clause.*\n/m, '')
  return zip({ 'pack.yaml': descriptor(version), 'rules/console.drl': broken, 'cases/console.yaml': cases })
}
