using UnionBot.Chat.Safety;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Setup.Health;

/// <summary>
/// What is no fault, and still has to be settled before people rely on the bot: <c>check</c> prints it and succeeds.
/// </summary>
internal sealed class OperatorNotes(SiteOptions site, SmsOptions sms, AlarmOptions alarm)
{
    private const string HotlineFile = "templates/understanding/hotlines.yaml";

    /// <summary>The notes as (about what, what is so and what to do).</summary>
    public IEnumerable<(string About, string Text)> All()
    {
        if (sms.Url.Length == 0)
        {
            yield return ("Sms:Url", "No codes reach phones, so nobody can bind by phone, delete or take a copy of their data by code " +
                "(a demo shows codes on its phone page). Set it to the https hook of your sender of short messages.");
        }

        if (site.PublicUrl.Length == 0)
        {
            yield return ("PublicUrl", $"Links in messages begin with {site.LinkBase.GetLeftPart(UriPartial.Authority)}, " +
                "which opens on this machine only. Set it to the https address by which people reach the bot.");
        }

        if (alarm.WebhookUrl.Length == 0)
        {
            yield return ("Alarm:WebhookUrl", "Alarms reach staff on the rota in their chats only. " +
                "Set it to the webhook of a group or pager that somebody watches day and night.");
        }

        yield return ("hotlines", ConfirmHotlines());
    }

    private static string ConfirmHotlines()
    {
        var numbers = Hotlines.Load(ConversationServices.TemplateFolder).Values;
        return $"{string.Join(", ", numbers.Select(hotline => hotline.Number))} were entered on {numbers.Min(h => h.AsOf):yyyy-MM-dd} or later. " +
            $"Let the union confirm that each is answered where its members live, and write the day into {HotlineFile} (as-of).";
    }
}
