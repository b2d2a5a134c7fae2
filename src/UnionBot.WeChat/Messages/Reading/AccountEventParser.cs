using System.Globalization;

namespace UnionBot.WeChat.Messages.Reading;

/// <summary>Staff sessions, personal data, the account's verification.</summary>
internal static class AccountEventParser
{
    public static Push? Parse(PushHeader header, PushFields fields) => header.EventName switch
    {
        "kf_create_session" => new StaffSessionOpened(header, fields.Text("KfAccount")),
        "kf_close_session" => new StaffSessionClosed(header, fields.Text("KfAccount"), fields.TextOrNull("CloseType")),
        "kf_switch_session" => new StaffSessionSwitched(
            header, fields.Text("FromKfAccount"), fields.Text("ToKfAccount")),
        "user_info_modified" => UserData(header, fields, UserDataChange.Modified),
        "user_authorization_revoke" => UserData(header, fields, UserDataChange.Revoked),
        "user_authorization_cancellation" => UserData(header, fields, UserDataChange.Cancelled),
        "qualification_verify_success" => Verification(header, fields, VerificationChange.QualificationVerified),
        "qualification_verify_fail" => Verification(header, fields, VerificationChange.QualificationFailed),
        "naming_verify_success" => Verification(header, fields, VerificationChange.NameVerified),
        "naming_verify_fail" => Verification(header, fields, VerificationChange.NameFailed),
        "annual_renew" => Verification(header, fields, VerificationChange.RenewalDue),
        "verify_expired" => Verification(header, fields, VerificationChange.Expired),
        _ => null,
    };

    private static UserDataEvent UserData(PushHeader header, PushFields fields, UserDataChange change) => new(
        header,
        change,
        fields.TextOrNull("OpenID") ?? header.FromUser,
        fields.Text("AppID"),
        [.. fields.All("RevokeInfo").SelectMany(Kinds)]);

    private static IEnumerable<int> Kinds(PushFields info) =>
        info.Value.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var kind) ? kind : 0)
            .Where(kind => kind > 0);

    private static VerificationEvent Verification(PushHeader header, PushFields fields, VerificationChange change) => new(
        header, change, fields.Moment("ExpiredTime") ?? fields.Moment("FailTime"), fields.Text("FailReason"));
}
