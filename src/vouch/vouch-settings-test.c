/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vouch-settings-test.c: settings of directories, tables of groups, and names that want to be more than names */
#include "error.h"
#include "ldap-name.h"
#include "vouch-settings.h"

#include <string.h>

#define GOOD                                                                                       \
	"[ldap]\nuris=ldaps://dc1.tinh.vn;ldaps://dc2.tinh.vn\nuser-dn=uid={},ou=people,dc=tinh\n"

static DdVouchSettings *
read_text(const char *text, GError **error)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_assert_true(g_key_file_load_from_data(file, text, strlen(text), G_KEY_FILE_NONE, NULL));
	return dd_vouch_settings_read(file, DD_WAY_LDAP, error);
}

static void
test_read(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdVouchSettings) none = read_text("[server]\nlisten=x\n", &error);
	g_assert_null(none);
	g_assert_no_error(error);
	g_autoptr(DdVouchSettings) self = read_text(GOOD "timeout=3\nbase=dc=tinh\n", &error);
	g_assert_no_error(error);
	g_assert_cmpuint(g_strv_length(self->uris), ==, 2);
	g_assert_cmpint(self->timeout, ==, 3);
	g_assert_cmpstr(self->id_attribute, ==, "entryUUID");
	g_assert_true(self->starttls);
	g_assert_false(self->add);
}

static void
test_refused(void)
{
	static const char *const wrong[] = {
		"[ldap]\nuris=\nuser-dn=uid={}\n",
		"[ldap]\nuris=ldap://10.0.0.1\nstarttls=false\nuser-dn=uid={},dc=x\n",
		"[ldap]\nuris=ldap://127.0.0.1.evil.vn\nstarttls=false\nuser-dn=uid={},dc=x\n",
		"[ldap]\nuris=http://10.0.0.1\nuser-dn=uid={},dc=x\n",
		"[ldap]\nuris=ldaps://a;ldaps://b;ldaps://c;ldaps://d;ldaps://e;ldaps://f;ldaps://"
		"g;ldaps://h;ldaps://i\nuser-dn=uid={},dc=x\n",
		"[ldap]\nuris=ldaps://a\n",
		"[ldap]\nuris=ldaps://a\nuser-dn=uid=all,dc=x\n",
		"[ldap]\nuris=ldaps://a\nuser-dn={}@tinh.vn\n", /* no base to look in */
		"[ldap]\nuris=ldaps://a\nbind-dn=cn=x\nbase=dc=x\n",
		"[ldap]\nuris=ldaps://a\nbind-dn=cn=x\nbind-password-file=/khong/co\nbase=dc=x\n",
		GOOD "filter=(uid=*)\n",
		GOOD "starttls=maybe\n",
		GOOD "timeout=0\n",
		GOOD "timeout=31\n",
		GOOD "look-again=-1\n",
		GOOD "look-again=86401\n",
		GOOD "group-base=dc=x\n",
		GOOD "unknown=1\n",
		GOOD "add=true\n", /* with which role? */
		GOOD "[ldap-roles]\nroot=cn=x\n",
		GOOD "whole-office=leader\n", /* by which groups? */
		GOOD "whole-office=focal\n[ldap-roles]\nfocal=cn=x\n",
		GOOD "whole-office=leader;king\n[ldap-roles]\nleader=cn=x\n",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(DdVouchSettings) self = read_text(wrong[i], &error);
		g_assert_null(self);
		g_assert_nonnull(error);
		g_assert_true(g_error_matches(error, DD_ERROR, DD_ERROR_INVALID_DATA) ||
			      g_error_matches(error, DD_ERROR, DD_ERROR_IO));
	}
}

static void
test_groups(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdVouchSettings) self = read_text(GOOD
		"add=true\nwhole-office=clerk; overseer\n[ldap-roles]\noverseer=CN=Theo "
		"Dõi,DC=tinh;CN=khac\nfocal=CN=Đầu mối,DC=tinh\n"
		"[ldap-units]\nSở Nội vụ=CN=SNV,DC=tinh\n",
		&error);
	static const char *const both[] = {"cn=ĐẦU MỐI,dc=tinh", "cn=theo dõi,dc=tinh", NULL};
	static const char *const of_unit[] = {"CN=Đầu mối,DC=tinh", "cn=snv,dc=tinh", NULL};
	static const char *const other[] = {"cn=theo doi,dc=tinh", "\xff", NULL};
	DdVouched out;
	g_assert_no_error(error);
	/* the first row counts */
	dd_vouch_settings_judge(self, both, "P1", &out);
	g_assert_true(out.has_role && out.role == DD_ROLE_OVERSEER && out.add && !out.refused);
	g_assert_cmpstr(out.unit, ==, "P1");
	g_assert_true(out.whole_office);
	dd_vouch_settings_judge(self, of_unit, "P1", &out);
	g_assert_cmpint(out.role, ==, DD_ROLE_FOCAL);
	g_assert_cmpstr(out.unit, ==, "Sở Nội vụ");
	g_assert_false(out.whole_office);
	dd_vouch_settings_judge(self, other, NULL, &out);
	g_assert_true(out.refused && !out.has_role && out.unit == NULL);
	dd_vouch_settings_judge(self, NULL, NULL, &out);
	g_assert_true(out.refused);
}

static void
test_names(void)
{
	static const struct {
		const char *value, *filter, *dn, *plain;
	} rows[] = {
		{"hoa", "(uid=hoa)", "uid=hoa,dc=x", "hoa@x"},
		{"*", "(uid=\\2a)", "uid=\\2a,dc=x", NULL},
		{"a)(uid=*", "(uid=a\\29\\28uid=\\2a)", "uid=a\\29\\28uid\\3d\\2a,dc=x", NULL},
		{"a\\2a", "(uid=a\\5c2a)", "uid=a\\5c2a,dc=x", NULL},
		{"x,ou=admins", "(uid=x,ou=admins)", "uid=x\\2cou\\3dadmins,dc=x", NULL},
		{"tỉnh", "(uid=t\\e1\\bb\\89nh)", "uid=tỉnh,dc=x", "tỉnh@x"},
		{"a@b", "(uid=a@b)", "uid=a\\40b,dc=x", NULL},
		{"#a+b ", "(uid=#a+b )", "uid=\\23a\\2bb\\20,dc=x", NULL},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *filter = dd_ldap_make_filter("(uid={})", rows[i].value);
		g_autofree char *dn = dd_ldap_make_bind_name("uid={},dc=x", rows[i].value);
		g_autofree char *plain = dd_ldap_make_bind_name("{}@x", rows[i].value);
		g_assert_cmpstr(filter, ==, rows[i].filter);
		g_assert_cmpstr(dn, ==, rows[i].dn);
		g_assert_cmpstr(plain, ==, rows[i].plain);
	}
	g_autofree char *twice = dd_ldap_make_filter("(|(uid={})(mail={}@x))", "{}");
	g_assert_cmpstr(twice, ==, "(|(uid={})(mail={}@x))");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/vouch-settings/read", test_read);
	g_test_add_func("/vouch-settings/refused", test_refused);
	g_test_add_func("/vouch-settings/groups", test_groups);
	g_test_add_func("/vouch-settings/names", test_names);
	return g_test_run();
}
