/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hash.c: BLAKE2b by libsodium, and values in a form that can be read in one way only */
#include "hash.h"

#include <sodium.h>
#include <string.h>

struct _DdHasher {
	crypto_generichash_state state;
};

DdHasher *
dd_hasher_new(void)
{
	/* libsodium wants its state aligned to more than malloc gives */
	DdHasher *self = g_aligned_alloc(1, sizeof(*self), 64);
	crypto_generichash_init(&self->state, NULL, 0, DD_HASH_BYTES);
	return self;
}

void
dd_hasher_free(DdHasher *self)
{
	if (self != NULL)
		g_aligned_free(self);
}

/* A value is its kind, its length and its bytes. */
static void
add(DdHasher *self, unsigned char kind, const void *bytes, size_t len)
{
	unsigned char head[9] = {kind};
	for (unsigned i = 0; i < 8; i++)
		head[1 + i] = (unsigned char)((uint64_t)len >> 8 * i);
	crypto_generichash_update(&self->state, head, sizeof(head));
	if (len > 0)
		crypto_generichash_update(&self->state, bytes, len);
}

void
dd_hasher_add_int(DdHasher *self, int64_t number)
{
	unsigned char bytes[8];
	for (unsigned i = 0; i < 8; i++)
		bytes[i] = (unsigned char)((uint64_t)number >> 8 * i);
	add(self, 'i', bytes, sizeof(bytes));
}

void
dd_hasher_add_text(DdHasher *self, const char *text)
{
	const DdDbValue value = dd_db_text(text);
	dd_hasher_add_values(self, &value, 1);
}

void
dd_hasher_add_bytes(DdHasher *self, const void *bytes, size_t len)
{
	add(self, 'b', bytes, len);
}

void
dd_hasher_add_values(DdHasher *self, const DdDbValue *values, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const DdDbValue *value = &values[i];
		switch (value->type) {
		case DD_DB_INT:
		case DD_DB_BOOL:
			dd_hasher_add_int(self, value->number);
			break;
		case DD_DB_DOUBLE:
			add(self, 'd', &value->real, sizeof(value->real));
			break;
		case DD_DB_TEXT:
			add(self, 't', value->bytes, value->len);
			break;
		case DD_DB_BLOB:
			add(self, 'b', value->bytes, value->len);
			break;
		case DD_DB_NULL:
		default:
			add(self, 'n', NULL, 0);
			break;
		}
	}
}

DdHash
dd_hasher_finish(DdHasher *self)
{
	DdHash hash;
	crypto_generichash_final(&self->state, hash.bytes, sizeof(hash.bytes));
	return hash;
}

DdHash
dd_hash_of(const void *bytes, size_t len)
{
	DdHash hash;
	crypto_generichash(hash.bytes, sizeof(hash.bytes), bytes, len, NULL, 0);
	return hash;
}

const char *
dd_hash_format(const DdHash *hash, char buffer[DD_HASH_TEXT])
{
	return sodium_bin2hex(buffer, DD_HASH_TEXT, hash->bytes, sizeof(hash->bytes));
}

bool
dd_hash_parse(const char *text, DdHash *out)
{
	DdHash hash;
	size_t len = 0;
	if (strlen(text) != DD_HASH_TEXT - 1 ||
		sodium_hex2bin(hash.bytes, sizeof(hash.bytes), text, DD_HASH_TEXT - 1, NULL, &len,
			NULL) != 0 ||
		len != sizeof(hash.bytes))
		return false;
	*out = hash;
	return true;
}

bool
dd_hash_equals(const DdHash *hash, const void *bytes, size_t len)
{
	return len == sizeof(hash->bytes) && memcmp(hash->bytes, bytes, len) == 0;
}
