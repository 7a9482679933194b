/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-account.c: adds an account with a password, and prints an API token of it. usage: make-account URL NAME ROLE UNIT PASSWORD SCOPES NOW */
#include <stdio.h>
#include <string.h>

#include "account.h"
#include "api-token.h"
#include "secret.h"

#define DAYS 30

static bool
add(DdStore *store, char **words, char token[DD_TOKEN_TEXT], GError **error)
{
	const DdActor actor = {g_ascii_strtoll(words[6], NULL, 10), "test", "test"};
	DdAccountNew account = {.name = words[1], .unit = *words[3] != '\0' ? words[3] : NULL};
	g_autofree char *password = dd_secret_hash_password(words[4], error);
	g_auto(DdChange) change = {0};
	unsigned scopes = 0;
	int64_t id;
	account.password = password;
	if (password == NULL || !dd_role_from_string(words[2], &account.role) ||
		!dd_scopes_parse(words[5], &scopes))
		return false;
	return dd_change_begin(store, &actor, &change, error) &&
	       dd_account_add(&change, &account, &id, error) &&
	       dd_token_add(&change, id, "test", scopes, DAYS, token, error) &&
	       dd_change_commit(&change, error);
}

int
main(int argc, char **argv)
{
	char token[DD_TOKEN_TEXT];
	g_autoptr(GError) error = NULL;
	if (argc != 8)
		return 2;
	g_autoptr(DdStore) store = dd_store_open(
		argv[1], DD_DB_CREATE, g_ascii_strtoll(argv[7], NULL, 10), NULL, &error);
	if (store == NULL || !add(store, argv + 1, token, &error)) {
		fprintf(stderr, "%s\n", error != NULL ? error->message : "bad words");
		return 1;
	}
	puts(token);
	return 0;
}
