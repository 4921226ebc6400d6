-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which calls a later one repeats: a failure that a replay has put right is no failure any more.
CREATE INDEX call_replay ON call (replay_of) WHERE replay_of IS NOT NULL;
