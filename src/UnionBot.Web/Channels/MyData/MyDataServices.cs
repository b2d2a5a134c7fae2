using UnionBot.Services.Membership.MyData;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Channels.MyData;

/// <summary>Registers where people get copies of their data.</summary>
internal static class MyDataServices
{
    public static void AddMyData(this IServiceCollection services, SiteOptions site)
    {
        services.AddSingleton(new MyDataAddress(site.LinkBase));
        services.AddSingleton(_ => MyDataLabels.Load(ConversationServices.TemplateFolder));
    }
}
