/* SPDX-License-Identifier: GPL-3.0-or-later */
/* resolve.h: which document of the store is meant, by what is said of it */
#pragma once

#include "stored.h"

G_BEGIN_DECLS

/* What is said of a document. Keys are made once, by dd_mention_make */
typedef struct {
	DdStoredDocument said; /* strings are lent */
	char *number_key, *issuer_key, *type_key;
} DdMention;

/* @words: what it goes by when it has no number, NULL: as @said has it. Strings of @said are lent, and live as long as the result */
DdMention
dd_mention_make(const DdStoredDocument *said, const char *words);
void
dd_mention_clear(DdMention *self);

/* @id_out: the document that was read already and is this one: same type, number, issuer and day, all of them said; 0 none */
bool
dd_resolve_same(DdChange *change, const DdMention *mention, int64_t *id_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/*
 * Makes a document that is read now: the row of one that was only heard of becomes it, and what cites others that agree with it cites
 * it from now on. @id_out: its number
 */
bool
dd_resolve_known(DdChange *change, const DdMention *mention, int64_t *id_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* @id_out: the document that is cited so: one that says the same, else the only one that agrees, else a new one, heard of */
bool
dd_resolve_cited(DdChange *change, const DdMention *mention, int64_t *id_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdMention, dd_mention_clear)

G_END_DECLS
