using UnionBot.Services.Membership.Codes;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Channels.Sms;

/// <summary>Registers how one-time codes reach phones: by the hook of the settings, else in a demo by the sandbox.</summary>
internal static class SmsServices
{
    public const string ClientName = "sms";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static void AddSms(this IServiceCollection services, SmsOptions options, DemoOptions demo)
    {
        services.AddSingleton(new CodeLimits(options.PerPhoneAndDay, options.PerPersonAndHour));
        services.AddHttpClient(ClientName, client => client.Timeout = Patience).RemoveAllLoggers();
        if (options.Url.Length > 0) services.AddSingleton<ICodeSender, HttpCodeSender>();
        else if (demo.Enabled) services.AddSingleton<ICodeSender, SandboxCodeSender>();
        else services.AddSingleton<ICodeSender, NoCodeSender>();
        services.AddHostedService<CodeSenderWorker>();
    }
}
