// SPDX-License-Identifier: GPL-3.0-or-later
// What a developer would write by hand: fastify with better-sqlite3, durable before it answers. The benchmark's
// reference. node server.mjs FOLDER [batch]: with "batch", the calls of one turn of the event loop share a transaction.
// Prints its port, its path and its
// key.
import { createHash, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import Fastify from 'fastify'

const [folder, mode] = process.argv.slice(2)
const db = new Database(join(folder, `fastify-${mode ?? 'plain'}.db`))
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(`
CREATE TABLE IF NOT EXISTS identity (id INTEGER PRIMARY KEY, external_id TEXT NOT NULL UNIQUE, name TEXT,
    last_seen_at INTEGER) STRICT;
CREATE TABLE IF NOT EXISTS activity (id INTEGER PRIMARY KEY, external_id TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
    agent_identity_id INTEGER NOT NULL, moment INTEGER NOT NULL, contact_key TEXT, value TEXT, value_cents INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS activity_moment ON activity (moment, id);
CREATE TABLE IF NOT EXISTS call (id INTEGER PRIMARY KEY AUTOINCREMENT, received_at INTEGER NOT NULL, status INTEGER
    NOT NULL, reason TEXT NOT NULL, record_external_id TEXT NOT NULL, duration_us INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS call_content (call_id INTEGER PRIMARY KEY, headers TEXT NOT NULL, body TEXT NOT NULL,
    answer TEXT NOT NULL) STRICT;`)

const findIdentity = db.prepare('SELECT id, name FROM identity WHERE external_id = ?')
const addIdentity = db.prepare('INSERT INTO identity (external_id, name, last_seen_at) VALUES (?, ?, ?)')
const seeIdentity = db.prepare('UPDATE identity SET last_seen_at = ? WHERE id = ?')
const findActivity = db.prepare('SELECT id FROM activity WHERE external_id = ?')
const addActivity = db.prepare(`INSERT INTO activity (external_id, type, agent_identity_id, moment, contact_key, value,
    value_cents, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
const changeActivity = db.prepare(`UPDATE activity SET type = ?, agent_identity_id = ?, moment = ?, contact_key = ?,
    value = ?, value_cents = ?, updated_at = ? WHERE id = ?`)
const addCall = db.prepare(`INSERT INTO call (received_at, status, reason, record_external_id, duration_us)
    VALUES (?, ?, ?, ?, ?)`)
const addContent = db.prepare('INSERT INTO call_content (call_id, headers, body, answer) VALUES (?, ?, ?, ?)')

function store({ headers, body, started }) {
    const now = Date.now()
    let identity = findIdentity.get(body.agent_id)?.id
    if (identity === undefined)
        identity = addIdentity.run(body.agent_id, body.agent_name, now).lastInsertRowid
    else
        seeIdentity.run(now, identity)
    const moment = Date.parse(body.moment)
    const cents = body.value_is_money ? Math.round(body.value * 100) : null
    const value = body.value === undefined ? null : String(body.value)
    const known = findActivity.get(body.id)
    if (known)
        changeActivity.run(body.type, identity, moment, body.contact_key ?? null, value, cents, now, known.id)
    else
        addActivity.run(body.id, body.type, identity, moment, body.contact_key ?? null, value, cents, now, now)
    const status = known ? 200 : 201
    const reason = known ? 'updated' : 'created'
    const call = addCall.run(now, status, reason, body.id, Math.round((performance.now() - started) * 1000))
        .lastInsertRowid
    const answer = { result: reason, type: 'activity', id: body.id, call, warnings: [] }
    const shown = JSON.stringify({ ...headers, authorization: 'Bearer ••••••' })
    addContent.run(call, shown, JSON.stringify(body), JSON.stringify(answer))
    return { status, answer }
}
const storeOne = db.transaction(store)
const storeMany = db.transaction((calls) => calls.map((call) => ({ call, outcome: store(call) })))

let waiting = []
function storeBatched(call) {
    return new Promise((resolve) => {
        waiting.push({ ...call, resolve })
        if (waiting.length > 1)
            return
        setImmediate(() => {
            const calls = waiting
            waiting = []
            for (const { call: one, outcome } of storeMany(calls))
                one.resolve(outcome)
        })
    })
}

const digest = (text) => createHash('sha256').update(text).digest()
const key = digest('Bearer bench')
const app = Fastify()
app.post('/webhooks/bench/activities', {
    schema: {
        body: {
            type: 'object',
            required: ['id', 'type', 'agent_id', 'moment'],
            properties: {
                id: { type: 'string', maxLength: 255 },
                type: { type: 'string', maxLength: 255 },
                agent_id: { type: 'string', maxLength: 255 },
                agent_name: { type: 'string', maxLength: 255 },
                moment: { type: 'string' },
                contact_key: { type: 'string' },
                value: { type: 'number' },
                value_is_money: { type: 'boolean' },
            },
        },
    },
}, async (request, reply) => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), key))
        return reply.code(401).send({ title: 'Unauthorized' })
    const call = { headers: request.headers, body: request.body, started: performance.now() }
    const { status, answer } = mode === 'batch' ? await storeBatched(call) : storeOne(call)
    return reply.code(status).send(answer)
})
await app.listen({ host: '127.0.0.1', port: 0 })
console.log(`${app.server.address().port} /webhooks/bench/activities bench`)
