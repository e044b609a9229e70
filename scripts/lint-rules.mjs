/** Lint rules of this house, for oxlint. They keep what the README promises. */

const swedish = /[åäöÅÄÖ]/

/** Swedish that people read stands in a catalogue, never in code. */
const catalogued = {
  create: (context) => ({
    Literal(node) {
      if (typeof node.value === 'string' && swedish.test(node.value)) report(context, node)
    },
    TemplateElement(node) {
      if (swedish.test(node.value.raw)) report(context, node)
    },
  }),
}

function report(context, node) {
  context.report({ node, message: 'Swedish text belongs in a catalogue (i18n/sv.json), not in code.' })
}

/** The domain has no clock and no dice: times and ids are passed in. */
const noClockNorDice = {
  create: (context) => ({
    MemberExpression({ object, property, ...node }) {
      const name = `${object.name}.${property.name}`
      if (name === 'Date.now' || name === 'Math.random') {
        context.report({
          node: { ...node, object, property },
          message: `${name}: pass it in; the domain is pure.`,
        })
      }
    },
    NewExpression(node) {
      if (node.callee.name === 'Date' && node.arguments.length === 0) {
        context.report({ node, message: 'new Date(): pass the time in; the domain is pure.' })
      }
    },
  }),
}

export default {
  meta: { name: 'house' },
  rules: { catalogued, 'no-clock-nor-dice': noClockNorDice },
}
